using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Gathers what screening has to know of a draft, and screens it.</summary>
public sealed class DraftScreening(ReferenceTables reference, TextStore texts, TiesInEffect ties, TimeProvider time)
{
    /// <returns>None for what is no draft any more: it has gone its way.</returns>
    public async Task<IReadOnlyList<Finding>> OfAsync(Mou mou, CancellationToken cancellation)
    {
        if (mou.Stage is not Stage.Drafting) return [];
        var today = SeoulTime.DayOf(time.GetUtcNow());
        var office = await reference.FindLocalGovernmentAsync(mou.Office, today, cancellation);
        var mission = await reference.FindMissionAsync(mou.Particulars.Mission, cancellation);
        var facts = new ScreeningFacts(
            office is PartyStanding.Exists ? Standing.Present : office is PartyStanding.Former ? Standing.NoLongerThere : Standing.Unknown,
            (await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation)).Name,
            mission is null ? Standing.Unknown : mission.ExistsOn(today) ? Standing.Present : Standing.NoLongerThere,
            // The draft's form takes no country that its mission does not stand for.
            MissionStandsForCountry: true,
            mou.Particulars.Budget, mou.Particulars.Term?.From, mou.Particulars.Term?.EndsOn, Signers(mou.Particulars.Signing), mou.Particulars.Signing?.On,
            await ties.HasSameAsync(mou, cancellation), mou.Rules.Languages);
        return Screening.Of(mou.Particulars, await texts.ExpectAsync(mou.Text, cancellation), facts);
    }

    private static IReadOnlyList<NamedSigner> Signers(SigningPlan? plan) =>
        [.. new[] { plan?.LocalGovernment, plan?.Counterparty }.OfType<PlannedSigner>().Select(signer => new NamedSigner(signer.Name, signer.Office))];
}
