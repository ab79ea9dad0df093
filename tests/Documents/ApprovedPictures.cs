using System.IO.Compression;
using System.Runtime.CompilerServices;
using LocalDiplomacy.Documents.Tests.Samples;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Tests;

/// <summary>
/// Each page as it was looked at and found good. To see one: gunzip and open the .pgm. A page that looks otherwise is written
/// beside as .received; look at it, then copy it over.
/// </summary>
public sealed class ApprovedPictures
{
    /// <summary>Of 255. The same page drawn by another version stays below 20; a missing word is far above.</summary>
    private const double Tolerance = 45;

    private static readonly DocumentWriter Writer = Writers.Plain;

    private static readonly Dictionary<string, Func<byte[]>> Documents = new()
    {
        ["original-local-government"] = () => Writer.Write(SampleDocuments.Unsigned(Side.LocalGovernment)),
        ["original-local-government-signed"] = () => Writer.Write(SampleDocuments.Signed(Side.LocalGovernment)),
        ["original-counterparty"] = () => Writer.Write(SampleDocuments.Unsigned(Side.Counterparty)),
        ["original-chinese"] = () => Writer.Write(ChineseDocuments.Original(Side.Counterparty)),
        ["original-paper"] = () => Writer.Write(PaperDocuments.Original(Side.LocalGovernment, witnesses: 5)),
        ["original-counterparty-signed"] = () => Writer.Write(SampleDocuments.Signed(Side.Counterparty)),
        ["record-ko"] = () => Writer.Write(SampleDocuments.Record(Language.Korean)),
        ["record-fr"] = () => Writer.Write(SampleDocuments.Record(Language.French)),
    };

    public static TheoryData<string> Names() => [.. Documents.Keys];

    [PopplerTheory, MemberData(nameof(Names))]
    public async Task Each_page_looks_as_approved(string name)
    {
        var pages = await Poppler.PicturesAsync(Documents[name]());

        var unlike = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            var difference = Approved($"{name}-{i + 1}") is { } approved ? approved.Difference(pages[i]) : 255;
            if (difference <= Tolerance) continue;
            Receive($"{name}-{i + 1}", pages[i]);
            unlike.Add($"page {i + 1} differs by {difference:0}");
        }

        Assert.Empty(unlike);
        Assert.Null(Approved($"{name}-{pages.Count + 1}"));
    }

    [PopplerFact]
    public async Task One_word_that_is_missing_is_seen()
    {
        var text = SampleDocuments.Text;
        var shorter = text with { Title = LocalizedText.Of([.. text.Title.ByLanguage.Select(title => (title.Key, title.Value.Replace("우호", "", StringComparison.Ordinal)))]) };

        var whole = await Poppler.PicturesAsync(Writer.Write(SampleDocuments.Of(text)));
        var less = await Poppler.PicturesAsync(Writer.Write(SampleDocuments.Of(shorter)));

        Assert.True(whole[0].Difference(less[0]) > Tolerance);
    }

    private static GreyPicture? Approved(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Approved", name + ".pgm.gz");
        if (!File.Exists(file)) return null;
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var content = new MemoryStream();
        packed.CopyTo(content);
        return GreyPicture.Read(content.ToArray());
    }

    private static void Receive(string name, GreyPicture page, [CallerFilePath] string source = "")
    {
        using var packed = new GZipStream(File.Create(Path.Combine(Path.GetDirectoryName(source)!, "Approved", name + ".received.pgm.gz")), CompressionLevel.SmallestSize);
        packed.Write(page.ToFile());
    }
}
