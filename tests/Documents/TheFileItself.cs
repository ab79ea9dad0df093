using System.Text;
using LocalDiplomacy.Documents.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Tests;

public sealed class TheFileItself
{
    private static readonly DocumentWriter Writer = Writers.Plain;

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        Assert.Equal(Writer.Write(SampleDocuments.Signed(Side.Counterparty)), Writer.Write(SampleDocuments.Signed(Side.Counterparty)));
        Assert.Equal(Writer.Write(SampleDocuments.Record(Language.Korean)), Writer.Write(SampleDocuments.Record(Language.Korean)));
        Assert.NotEqual(Writer.Write(SampleDocuments.Signed(Side.Counterparty)), Writer.Write(SampleDocuments.Signed(Side.LocalGovernment)));
    }

    [Fact]
    public void It_embeds_the_letters_it_uses_and_not_the_fonts()
    {
        var file = Writer.Write(SampleDocuments.Signed(Side.LocalGovernment));

        Assert.InRange(file.Length, 10_000, 100_000);
        Assert.Contains("+Pretendard-Regular", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public void It_holds_no_script_no_form_and_no_link()
    {
        var content = Encoding.Latin1.GetString(Writer.Write(SampleDocuments.Signed(Side.LocalGovernment)));

        foreach (var name in new[] { "/JavaScript", "/JS", "/OpenAction", "/AcroForm", "/URI", "/Launch", "/EmbeddedFile" })
            Assert.DoesNotContain(name, content, StringComparison.Ordinal);
    }
}
