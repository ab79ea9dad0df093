using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Tests.Samples;

/// <summary>Originals to be signed by hand, before witnesses with names that need more than a line.</summary>
internal static class PaperDocuments
{
    private static readonly Witness[] Witnesses =
    [
        new("Marie-Thérèse Ondimba Nzé-Békalé", "Ambassadrice extraordinaire et plénipotentiaire de la République gabonaise"),
        new("박성수", "경상북도 국제관계대사"),
        new("陈晓东", "陕西省人民政府外事办公室主任"),
        new("김지영", ""),
        new("Nguyễn Thị Hương", "Chủ tịch Ủy ban nhân dân"),
    ];

    private static readonly Signer Governor = SampleDocuments.Governor with { Address = new("") }, Mayor = SampleDocuments.Mayor with { Address = new("") };

    public static TextOriginal Original(Side side, int witnesses) => SampleDocuments.OnPaper(side, Governor, Mayor, Ceremony(witnesses));

    /// <summary>As it was signed in the afternoon, the mayor's by a letter.</summary>
    public static (TextOriginal Original, CaseRecord Record) Signed(Side side, int witnesses) => SampleDocuments.SignedOnPaper(
        side, Governor, Mayor with { Authority = "Lettre de pleins pouvoirs n° 12" }, Ceremony(witnesses) with { At = new(14, 30) });

    private static Ceremony Ceremony(int witnesses) =>
        new("경상북도청 화백당, 안동시 풍천면 도청대로 455 (대한민국)", new(2026, 12, 15), [.. Witnesses.Take(witnesses)]);
}
