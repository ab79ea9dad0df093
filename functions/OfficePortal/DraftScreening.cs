using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Gathers what screening has to know of a draft, and screens it.</summary>
public sealed class DraftScreening(ReferenceTables reference, TextStore texts, TiesInEffect ties, DraftReader drafts, IDocumentWriter writer, TimeProvider time)
{
    /// <returns>None for what is no draft any more: it has gone its way.</returns>
    public async Task<IReadOnlyList<Finding>> OfAsync(Mou mou, CancellationToken cancellation) =>
        mou.Stage is Stage.Drafting ? await OfAsync(mou, await texts.ExpectAsync(mou.Text, cancellation), cancellation) : [];

    /// <summary>Of a draft while it is written. What is not there yet is no finding, except that a clause that is begun lacks a version.</summary>
    /// <param name="mou">Null: the draft is a new one.</param>
    public async Task<IReadOnlyList<Finding>> OfTypedAsync(Mou? mou, LocalGovernmentId office, DraftForm form, CancellationToken cancellation)
    {
        var (particulars, text, unread) = await drafts.ReadSoFarAsync(form, cancellation);
        var soFar = (mou ?? Mou.NotBegun(default)) with { Office = office, Particulars = particulars };
        if (!text.Clauses.Any(IsBegun)) return [];
        return
        [
            .. (await OfAsync(soFar, text, cancellation)).Where(finding =>
                !(finding.Rule == ScreeningRule.MissionUnknown && unread.Contains("mission"))
                && !(finding.Rule == ScreeningRule.ClauseVersionMissing && !IsBegun(text.Clauses[finding.Clause!.Value - 1]))),
        ];
    }

    private async Task<IReadOnlyList<Finding>> OfAsync(Mou mou, MouText text, CancellationToken cancellation)
    {
        var today = SeoulTime.DayOf(time.GetUtcNow());
        var office = await reference.FindLocalGovernmentAsync(mou.Office, today, cancellation);
        var mission = mou.Particulars.Mission.Value is null ? null : await reference.FindMissionAsync(mou.Particulars.Mission, cancellation);
        var facts = new ScreeningFacts(
            office is PartyStanding.Exists ? Standing.Present : office is PartyStanding.Former ? Standing.NoLongerThere : Standing.Unknown,
            (await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation)).Name,
            mission is null ? Standing.Unknown : mission.ExistsOn(today) ? Standing.Present : Standing.NoLongerThere,
            // The draft's form takes no country that its mission does not stand for.
            MissionStandsForCountry: true,
            mou.Particulars.Budget, mou.Particulars.Term?.From, mou.Particulars.Term?.EndsOn, Signers(mou.Particulars.Signing), mou.Particulars.Signing?.On,
            await ties.HasSameAsync(mou, cancellation), mou.Rules.Languages, [.. writer.Missing(text), .. Names(mou.Particulars)]);
        return Screening.Of(mou.Particulars, text, facts);
    }

    private static bool IsBegun(Clause clause) => clause.Heading.ByLanguage.Values.Concat(clause.Body.ByLanguage.Values).Any(passage => passage.Length > 0);

    /// <summary>Whoever stands in the originals beside the text.</summary>
    private IEnumerable<MissingLetters> Names(Particulars particulars) =>
        from name in particulars.Counterparty.Name.ByLanguage.Values.Concat(Signers(particulars.Signing).SelectMany(signer => new[] { signer.Name, signer.Office ?? "" }))
        let letters = writer.Missing(name)
        where letters.Count > 0
        select new MissingLetters(null, null, name, letters);

    private static IReadOnlyList<NamedSigner> Signers(SigningPlan? plan) =>
        [.. new[] { plan?.LocalGovernment, plan?.Counterparty }.OfType<PlannedSigner>().Select(signer => new NamedSigner(signer.Name, signer.Office))];
}
