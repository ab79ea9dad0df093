using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.EmbassyReview;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.CentralReview;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Functions.Api;

/// <summary>A link, and what came of what its holder sent, as JSON.</summary>
public sealed class LinkAnswers(TextStore texts, ReferenceTables reference)
{
    /// <exception cref="ProblemException">404 for no link, 410 for a dead one, with what became of the matter.</exception>
    public async Task<LinkAnswer> AnswerAsync(OpenedLink opened, CancellationToken cancellation) => opened switch
    {
        OpenedLink.Open open => await OfAsync(open.Link, open.Mou, cancellation),
        OpenedLink.Over over when over.Link.ShowsItsAnswer(over.Mou) => await OfAsync(over.Link, over.Mou, cancellation),
        OpenedLink.Over over => throw Over(over.Link, over.Mou),
        _ => throw new ProblemException(ProblemKind.LinkUnknown),
    };

    /// <exception cref="ProblemException">404 for no link, 410 for a dead one.</exception>
    public static Link OpenLink(OpenedLink opened) => OpenCase(opened).Link;

    /// <inheritdoc cref="OpenLink"/>
    public static (Link Link, Mou Mou) OpenCase(OpenedLink opened) => opened switch
    {
        OpenedLink.Open open => (open.Link, open.Mou),
        OpenedLink.Over over => throw Over(over.Link, over.Mou),
        _ => throw new ProblemException(ProblemKind.LinkUnknown),
    };

    /// <exception cref="ProblemException">What the deed came to, where it was not recorded.</exception>
    public static LinkDeed.Recorded Recorded(LinkDeed deed) =>
        deed as LinkDeed.Recorded ?? throw (deed switch
        {
            LinkDeed.Unreadable wrong => MouAnswers.Problem(wrong.Problems),
            LinkDeed.AnsweredOtherwise other => new(new Problem(ProblemKind.AnsweredOtherwise) { Current = Matter(other.Link, other.Mou) }),
            LinkDeed.CodeNeeded => new(ProblemKind.CodeNeeded),
            LinkDeed.CodeFailed failed => new(CodeProblems.Of(failed.Check)),
            LinkDeed.Refused refused => Refused(refused.Link, refused.Mou, refused.Why),
            LinkDeed.Over over => Over(over.Link, over.Mou),
            _ => new ProblemException(ProblemKind.LinkUnknown),
        });

    public static DecisionRecord? Decision(LinkDeed.Recorded recorded) => Decision(recorded.Link, recorded.Mou);

    public static SignatureRecord? Signature(LinkDeed.Recorded recorded) => Signature(recorded.Link, recorded.Mou);

    public static ProblemException Refused(Link link, Mou mou, Refusal why) => new(new Problem(RefusalKinds.Of(why))
    {
        Refusal = why,
        Current = Matter(link, mou),
        RetryAfter = RefusalKinds.RetryAfter(why),
    });

    private static ProblemException Over(Link link, Mou mou) => new(new Problem(ProblemKind.LinkOver) { Current = Matter(link, mou) });

    private static MatterAnswer Matter(Link link, Mou mou) =>
        new(mou.Particulars.Title, StageAnswer.ForOutside(mou), Decision(link, mou), Signature(link, mou), Central(link, mou));

    private static DecisionRecord? Decision(Link link, Mou mou) =>
        link.Decision(mou) is var (round, outcome) ? DecisionRecord.Of(round, outcome) : null;

    private static SignatureRecord? Signature(Link link, Mou mou) =>
        link.Signature(mou) is { } signature ? SignatureRecord.Of(signature) : null;

    /// <exception cref="InvalidOperationException">Nothing stands in the record.</exception>
    public static CentralRecord Central(LinkDeed.Recorded recorded) =>
        Central(recorded.Link, recorded.Mou) ?? throw new InvalidOperationException("An answer was recorded, and none is there.");

    private static CentralRecord? Central(Link link, Mou mou) => link.CentralOutcome(mou) is { } outcome ? CentralRecord.Of(outcome) : null;

    private static CentralPartAnswer? CentralPart(Link link, Mou mou) => link.Holder != LinkHolder.CentralReviewer ? null
        : mou.Stage is Stage.CentralReview review ? new(review.Mode, review.Answer.By.LastDay, review.Answer.Overdue, null)
        : new(mou.Rules.CentralReview, null, false, Central(link, mou));

    /// <summary>An embassy's own part, and the names of the others; null for a link that is no embassy's.</summary>
    public async Task<EmbassyPartAnswer?> EmbassyAsync(Link link, Mou mou, CancellationToken cancellation)
    {
        if (link.Embassy(mou) is not { } own) return null;
        var others = new List<OtherEmbassyAnswer>();
        foreach (var other in mou.EmbassiesOf(link.Round).Where(embassy => embassy.Mission != own.Mission))
        {
            var mission = await reference.ExpectMissionAsync(other.Mission, cancellation);
            others.Add(new(new(mission.Id.Value, mission.Name), other.Role, !other.IsOpen));
        }
        return EmbassyPartAnswer.Of(own, link, mou, mou.Stage is Stage.UnderReview review && review.Round == link.Round, others);
    }

    private static IReadOnlyList<string> ChoicesOf(Link link) => link.Holder switch
    {
        LinkHolder.Reviewer => Choices.All,
        LinkHolder.CentralReviewer => CentralFields.Answers,
        _ => [],
    };

    private async Task<LinkAnswer> OfAsync(Link link, Mou mou, CancellationToken cancellation)
    {
        var hash = mou.RoundNumbered(link.Round)?.Text ?? mou.Text;
        var answered = link.ShowsItsAnswer(mou);
        var office = await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation);
        var mission = await reference.ExpectMissionAsync(link.MissionIn(mou) ?? mou.Particulars.Mission, cancellation);
        return new(
            link.Holder, answered ? "answered" : "open", link.Round, new(office.Id.Value, office.Name), new(mission.Id.Value, mission.Name),
            mou.Particulars.Kind, mou.Particulars.Title, CounterpartyAnswer.Of(mou.Particulars.Counterparty), StageAnswer.ForOutside(mou),
            TextAnswer.Of(hash, await texts.ExpectAsync(hash, cancellation)), mou.RoundNumbered(link.Round - 1)?.Text,
            answered ? [] : ChoicesOf(link),
            LinkRecords.SideOf(link) is null ? null : IntentWords.Sentence(mou, link.Language),
            link.Address.Masked, Decision(link, mou), Signature(link, mou), await EmbassyAsync(link, mou, cancellation), CentralPart(link, mou),
            link.KeepsCopies(mou) ? mou.Scans : []);
    }
}
