using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Refuses parties that are not there today, and names who is.</summary>
public sealed class PartyCheck(ReferenceTables reference, TimeProvider time)
{
    private DateOnly Today => SeoulTime.DayOf(time.GetUtcNow());

    /// <exception cref="ProblemException">422: it no longer exists, does not yet, is a part of another, or never was.</exception>
    public async Task RequireAsync(LocalGovernmentId office, CancellationToken cancellation)
    {
        var problem = await reference.FindLocalGovernmentAsync(office, Today, cancellation) switch
        {
            PartyStanding.Exists => null,
            PartyStanding.Former former => new Problem(ProblemKind.PartyNoLongerExists) { About = [Names(former.Government), Names([.. former.Successors])] },
            PartyStanding.NotYet future => new Problem(ProblemKind.PartyNotYet) { About = [Names(future.Government), future.Government.ValidFrom!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture)] },
            PartyStanding.PartOfAnother { Whole: { } whole } part => new Problem(ProblemKind.PartyIsPartOfAnother) { About = [new NamesInAnyLanguage([part.Unit.Name]), Names(whole)] },
            _ => new Problem(ProblemKind.PartyUnknown),
        };
        if (problem is not null)
            throw new ProblemException(problem);
    }

    /// <summary>Past the minute's copy: where the request goes is decided here.</summary>
    /// <exception cref="ProblemException">422: it is closed, or unknown.</exception>
    public async Task<Mission> RequireAsync(MissionId id, CancellationToken cancellation) =>
        await reference.FindMissionNowAsync(id, cancellation) is { } mission && mission.ExistsOn(Today) ? mission : throw new ProblemException(ProblemKind.MissionNotThere);

    private static NamesInAnyLanguage Names(params LocalGovernment[] governments) => new([.. governments.Select(government => government.Name)]);
}

/// <summary>Names in a problem's words: in the language that the words are written in.</summary>
public sealed record NamesInAnyLanguage(IReadOnlyList<LocalizedText> Names) : IFormattable
{
    public override string ToString() => ToString(null, null);

    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var language = formatProvider is System.Globalization.CultureInfo culture ? new Language(culture.TwoLetterISOLanguageName) : Language.English;
        return Names.Count == 0 ? "–" : string.Join(", ", Names.Select(name => name.In(language)));
    }
}
