using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Seed;

// What people do on the way to a stage, each so many days after the one before.
internal sealed partial class SeedScript
{
    private static readonly CentralDesk Ministry = new("외교부 지방외교 담당", new("local-diplomacy@ministry.example"), Language.Korean);
    private string Officer => _officer ??= SeedWorld.OfficerOf(_partner.Mission, _random);
    private string? _officer;

    private List<(double Days, Action Deed)> DeedsTo(StageName goal)
    {
        var deeds = new List<(double, Action)>();
        var until = goal switch
        {
            StageName.OnHold => Pick(StageName.UnderReview, StageName.InEffect, StageName.Agreed),
            StageName.Declined => StageName.UnderReview,
            StageName.Blocked => StageName.CentralReview,
            StageName.Withdrawn => Pick(StageName.Draft, StageName.InternalApproval, StageName.UnderReview, StageName.Agreed),
            StageName.Suspended or StageName.NoticeGiven or StageName.Expired or StageName.Terminated or StageName.Superseded => StageName.InEffect,
            _ => goal,
        };
        for (var round = 1; round <= _plan.Rounds; round++)
            if (!AddRound(deeds, until, round)) break;
        if (until >= StageName.Agreed) AddSigning(deeds, until);
        AddEnd(deeds, goal);
        return deeds;
    }

    /// <returns>False: it stays on the way.</returns>
    private bool AddRound(List<(double, Action)> deeds, StageName until, int round)
    {
        var isLast = round == _plan.Rounds || until < StageName.UnderReview;
        if (until == StageName.Draft) return false;
        deeds.Add((Days(1, 20), Submit));
        if (isLast && until == StageName.InternalApproval) return false;
        deeds.Add((Days(0.2, 6), () => _story.Do(Head, new ApproveInternally(Text, Head.Name))));
        if (_plan.Kind == MouKind.Sisterhood)
        {
            if (isLast && until == StageName.CouncilDecision) return false;
            deeds.Add((Days(5, 40), DecideInCouncil));
        }

        if (isLast && until == StageName.CentralReview) return false;
        deeds.Add((Days(1, 17), AnswerForTheMinistry));
        if (Chance(70)) deeds.Add((Days(0.3, 4), () => _story.Do(Embassy, new Acknowledge(Round, Officer))));
        if (isLast && until == StageName.UnderReview)
        {
            if (Chance(8)) deeds.Add((Days(0.1, 1), () => _story.Do(Embassy, new ReferToCapital(Round, Officer))));
            else if (Chance(4)) deeds.Add((Days(0.1, 0.2), ComeBack));
            return false;
        }

        if (isLast)
        {
            deeds.Add((Days(2, 35), () => _story.Do(Embassy, new AcceptText(Round, Text, Officer))));
            return true;
        }

        deeds.Add((Days(2, 30), () => _story.Do(Embassy, new RequestChanges(Round, Text, Officer, "Clause 4: please name the fields more broadly.", true))));
        deeds.Add((Days(1, 15), Revise));
        return true;
    }

    private void AddSigning(List<(double, Action)> deeds, StageName until)
    {
        if (until == StageName.Agreed) return;
        deeds.Add((Days(1, 20), PrepareSigning));
        if (until == StageName.Signing) return;
        deeds.Add((Days(3, 20), Sign));
        if (until == StageName.Signed) return;
        deeds.Add((Days(0.5, 8), Report));
    }

    private void AddEnd(List<(double, Action)> deeds, StageName goal)
    {
        var lasted = Days(60, (_plan.Years * 365) - 120);
        switch (goal)
        {
            case StageName.Suspended:
                deeds.Add((Days(5, 30), () => _story.Do(Drafter, new Suspend("상대 지역의 재난으로 교류를 잠시 멈춥니다."))));
                break;
            case StageName.NoticeGiven:
                deeds.Add((lasted, () => _story.Do(Drafter, new GiveNotice(Side.LocalGovernment, SeoulTime.DayOf(_now).AddDays(_random.Next(10, 50)), "교류 분야를 다시 정합니다."))));
                break;
            case StageName.Expired:
                deeds.Add(((_plan.Years * 365) + 5, () => { }));
                break;
            case StageName.Terminated:
                deeds.Add((lasted, () => _story.Do(Drafter, new Terminate("양측이 서면으로 종료에 합의하였습니다."))));
                break;
            case StageName.Superseded:
                deeds.Add((lasted, () => _story.Do(Drafter, new Supersede(_other))));
                break;
            case StageName.Declined:
                deeds.Add((Days(2, 25), () => _story.Do(Embassy, new DeclineReview(Round, Text, Officer, Chance(50) ? "The partner city has changed its plans." : null, Chance(50)))));
                break;
            case StageName.Blocked:
                deeds.Add((Days(2, 12), () => _story.Do(new Actor.MinistryReviewer("한서윤"), new AnswerCentralReview(Text, CentralAnswer.Objection, "한서윤", "제2조는 국가의 의무로 읽힙니다."))));
                break;
            case StageName.Withdrawn:
                deeds.Add((Days(2, 25), () => _story.Do(Drafter, new Withdraw("대표단 방문이 취소되었습니다."))));
                break;
            case StageName.OnHold:
                deeds.Add((Days(1, 20), () => _story.Do(new Actor.AssociationMember("sample-desk", "Lee Seo-yeon"), new Hold("행정구역 개편으로 당사자가 바뀌었습니다."))));
                break;
        }
    }

    private void Submit() => _story.Do(Drafter, new SubmitDraft(Text, SeedWorld.ReviewerOf(_partner.Mission), null, Ministry));

    private void DecideInCouncil() => _story.Do(Clerk, new RecordCouncilDecision(Text, $"제{_random.Next(300, 399)}회 임시회", Today, CouncilResult.Passed, $"{Today.Year}-{_random.Next(1, 300)}"));

    /// <summary>Not where the review has lapsed meanwhile: the case is at the embassy then.</summary>
    private void AnswerForTheMinistry()
    {
        if (_story.Mou.Stage is Stage.CentralReview) _story.Do(new Actor.MinistryReviewer("한서윤"), new AnswerCentralReview(Text, CentralAnswer.NoObjection, "한서윤", null));
    }

    private void ComeBack() => _story.Do(new Actor.MailService(), new ReportUndeliveredMail(
        $"seed-{_random.Next():x}", LinkHolder.Reviewer, "550 mailbox unavailable", null, new(Round, SeedWorld.ReviewerOf(_partner.Mission).Address, false)));

    private void Revise()
    {
        _revisions++;
        _story.Do(Drafter, new ReplaceDraft(Particulars with { Fields = FieldsIn(1) }, Text));
    }

    private void PrepareSigning()
    {
        var (ours, theirs) = (
            new Signer(Side.LocalGovernment, SeedWorld.NameOf(_random.Next(400)), _office.Level == 1 ? "시·도지사" : "시장·군수·구청장", new($"signer@lg.example"), Language.Korean),
            new Signer(Side.Counterparty, Officer, "Mayor", new($"mayor@{_partner.Mission.Id.Value.ToLowerInvariant()}.example"), _partner.Mission.Language));
        _story.Do(Drafter, _plan.OnPaper
            ? new SetCeremony(Text, ours, theirs, new("시청 대회의실", Today.AddDays(_random.Next(1, 3)), []))
            : new OpenSigning(Text, ours, theirs, new("양측이 서면으로 전자서명에 합의하였습니다.")));
    }

    private void Sign()
    {
        var signing = (Stage.Signing)_story.Mou.Stage;
        if (_plan.OnPaper)
        {
            _story.Do(Drafter, new RecordPaperSignatures(Text, Today));
            return;
        }

        foreach (var side in new[] { signing.LocalGovernment, signing.Counterparty })
            _story.Do(new Actor.SigningPerson(side.Signer.Side, side.Signer.Name), new SignText(side.Signer.Side, Text, side.Signer.Name, side.Signer.Office, "I sign."));
    }

    private void Report()
    {
        if (_plan.OnPaper)
            foreach (var (scan, _) in SeedScans.Both) _story.Do(Drafter, new KeepScan(scan));
        _story.Do(Drafter, new RecordNotification($"외교-{_random.Next(1000, 9999)}", Today));
    }

    private Actor.EmbassyOfficer Embassy => new(_partner.Mission.Id, Officer);

    private int Round => _story.Mou.Rounds.Count;

    private bool Chance(int percent) => _random.Next(100) < percent;

    private StageName Pick(params StageName[] stages) => stages[_random.Next(stages.Length)];
}
