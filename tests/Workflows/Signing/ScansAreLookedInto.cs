using System.IO.Compression;
using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Signing.Scans;
using static LocalDiplomacy.Workflows.Tests.Signing.SampleScans;

namespace LocalDiplomacy.Workflows.Tests.Signing;

public sealed class ScansAreLookedInto
{
    public static TheoryData<string, ScanForm> Names() => new()
    {
        { "scan.pdf", ScanForm.Pdf }, { "SCAN.PDF", ScanForm.Pdf }, { "a.png", ScanForm.Png }, { "a.jpg", ScanForm.Jpeg }, { "a.jpeg", ScanForm.Jpeg },
        { "a.tif", ScanForm.Tiff }, { "원본 1.tiff", ScanForm.Tiff },
    };

    [Theory, MemberData(nameof(Names))]
    public void A_sound_file_is_taken_by_its_content(string name, ScanForm form)
    {
        Assert.Equal((form, null), ScanReading.Of(new(Sound(form), name, ScanForms.MediaType(form))));
        Assert.Equal((form, null), ScanReading.Of(new(Sound(form), name, "application/octet-stream")));
        Assert.Equal((form, null), ScanReading.Of(new(Sound(form), null, null)));
    }

    [Fact]
    public void Both_byte_orders_of_tiff_are_read() => Assert.Equal((ScanForm.Tiff, null), ScanReading.Of(new(Tiff(isLittle: false), "a.tif", "image/tiff")));

    [Fact]
    public void Every_form_under_the_name_or_type_of_every_other_is_mislabelled()
    {
        foreach (var form in Enum.GetValues<ScanForm>())
            foreach (var other in Enum.GetValues<ScanForm>().Where(other => other != form))
            {
                Assert.Equal(FieldFault.MislabelledFile, Fault(Sound(form), "scan" + ScanForms.Extensions(other)[0], null));
                Assert.Equal(FieldFault.MislabelledFile, Fault(Sound(form), null, ScanForms.MediaType(other)));
            }

        Assert.Equal(FieldFault.MislabelledFile, Fault(Pdf(), "scan.pdf.exe", null));
        Assert.Equal(FieldFault.MislabelledFile, Fault("<html><script>alert(1)</script>"u8.ToArray(), "scan.pdf", "application/pdf"));
        Assert.Equal(FieldFault.MislabelledFile, Fault("MZ\u0090"u8.ToArray(), null, "image/png"));
    }

    [Fact]
    public void What_is_empty_too_large_or_something_else_is_said_so()
    {
        Assert.Equal(FieldFault.EmptyFile, Fault([], "scan.pdf", "application/pdf"));
        Assert.Equal(FieldFault.FileTooLarge, Fault(new byte[ScanReading.MaxBytes + 1], "scan.pdf", "application/pdf"));
        Assert.Equal(FieldFault.NotAScan, Fault("PK\u0003\u0004"u8.ToArray(), "scan.zip", "application/zip"));
        Assert.Equal(FieldFault.NotAScan, Fault("GIF89a"u8.ToArray(), null, null));
        Assert.Equal((ScanForm.Pdf, null), ScanReading.Of(new([.. Pdf()[..^6], .. Enumerable.Repeat((byte)'\n', 500), .. "%%EOF\n"u8], null, null)));
    }

    [Theory]
    [InlineData(ScanForm.Pdf)]
    [InlineData(ScanForm.Png)]
    [InlineData(ScanForm.Jpeg)]
    [InlineData(ScanForm.Tiff)]
    public void A_file_that_was_cut_off_anywhere_is_refused(ScanForm form)
    {
        var whole = Sound(form);
        // A line's end after the last word is nobody's loss.
        for (var length = 1; length < (form == ScanForm.Pdf ? whole.Length - 1 : whole.Length); length++)
            Assert.True(ScanReading.Of(new(whole[..length], null, null)).Fault is FieldFault.DamagedFile or FieldFault.NotAScan, $"{form} cut at {length} was taken");
    }

    [Fact]
    public void A_picture_whose_parts_do_not_hold_is_damaged()
    {
        for (var at = 8; at < Png.Length; at++) Assert.Equal(FieldFault.DamagedFile, Fault(Changed(Png, at), "a.png", null));
        Assert.Equal(FieldFault.DamagedFile, Fault([.. Png, 1], "a.png", null));
        Assert.Equal(FieldFault.DamagedFile, Fault(Changed(Jpeg, 23, 0), "a.jpg", null));
        Assert.Equal((ScanForm.Jpeg, null), ScanReading.Of(new([.. Jpeg, 1, 2, 3], null, null)));
        Assert.Equal(FieldFault.DamagedFile, Fault(Changed(Tiff(), 4, 0xF0), "a.tif", null));
        Assert.Equal(FieldFault.DamagedFile, Fault(Changed(Tiff(), 42, 0xFF), "a.tif", null));
        Assert.Equal(FieldFault.DamagedFile, Fault(Changed(Tiff(), 18, 0), "a.tif", null));
        // The next page is this one.
        Assert.Equal(FieldFault.DamagedFile, Fault(Changed(Tiff(), 58, 8), "a.tif", null));
    }

    [Fact]
    public void An_encrypted_pdf_is_named_even_where_its_packed_objects_cannot_be_read()
    {
        Assert.Equal(FieldFault.EncryptedFile, Fault(Pdf(trailer: "/Encrypt 4 0 R", objects: [Object("<</Filter/Standard/V 4>>")]), "a.pdf", null));
        Assert.Equal(FieldFault.EncryptedFile, Fault(Pdf(trailer: "/Enc#72ypt 4 0 R", objects: [Object("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 9>>stream\nciphertext\nendstream")]), "a.pdf", null));
        Assert.Equal((ScanForm.Pdf, null), ScanReading.Of(new(Pdf(objects: [Object("(/Encrypt, said in a string \\) of words)")]), null, null)));
    }

    [Theory]
    [InlineData("<</S/JavaScript/JS(app.alert\\(1\\))>>")]
    [InlineData("<</S/J#61vaScript/J#53(x)>>")]
    [InlineData("<</S/Launch/F(cmd.exe)>>")]
    [InlineData("<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>")]
    [InlineData("<</Type/EmbeddedFile/Length 3>>stream\nabc\nendstream")]
    [InlineData("<</XFA[(template)5 0 R]>>")]
    [InlineData("<</S/SubmitForm/F(https://a.example)>>")]
    [InlineData("<</S/GoToE/T<</R/C>>>>")]
    [InlineData("<</Type/Annot/Subtype/RichMedia>>")]
    public void A_pdf_that_does_something_is_refused_wherever_it_hides_it(string active)
    {
        Assert.Equal(FieldFault.ActiveFile, Fault(Pdf(objects: [Object(active)]), "a.pdf", null));
        Assert.Equal(FieldFault.ActiveFile, Fault(Pdf(catalog: $"/OpenAction {active.Split("stream")[0]}"), "a.pdf", null));
        if (active.Contains("stream", StringComparison.Ordinal)) return;
        Assert.Equal(FieldFault.ActiveFile, Fault(Pdf(objects: [Packed("7 0 " + active)]), "a.pdf", null));
        // The word that ends a stream stands within the packed bytes: they are read to their own end.
        Assert.Equal(FieldFault.ActiveFile, Fault(Pdf(objects: [Packed("7 0 (endstream endobj) " + active, level: CompressionLevel.NoCompression)]), "a.pdf", null));
    }

    [Fact]
    public void What_a_plain_pdf_may_have_is_let_be()
    {
        byte[][] plain = [Object("<</S/GoTo/D[3 0 R/Fit]>>"), Object("<</S/URI/URI(https://a.example)>>"), Packed("7 0 <</Type/Font/BaseFont/JSong>>"), Object("% /JavaScript, said in a comment\n<</Length 11>>stream\n/JavaScript\nendstream")];

        Assert.Equal((ScanForm.Pdf, null), ScanReading.Of(new(Pdf(catalog: "/OpenAction[3 0 R/Fit]", objects: plain), "a.pdf", "application/pdf")));
    }

    [Fact]
    public void A_pdf_that_does_not_hold_together_is_damaged()
    {
        var pdf = Encoding.Latin1.GetString(Pdf());

        Assert.Equal(FieldFault.DamagedFile, Fault(Bytes(pdf.Replace("startxref\n", "startxref\n9", StringComparison.Ordinal)), "a.pdf", null));
        Assert.Equal(FieldFault.DamagedFile, Fault(Bytes(pdf.Replace("/Type/Page/", "/Type/Leaf/", StringComparison.Ordinal)), "a.pdf", null));
        Assert.Equal(FieldFault.DamagedFile, Fault(Pdf(objects: [Object("<</Length 5>>stream\nnever ended")]), "a.pdf", null));
        Assert.Equal(FieldFault.DamagedFile, Fault(Pdf(objects: [Object("(a string that does not end")]), "a.pdf", null));
        Assert.Equal(FieldFault.DamagedFile, Fault(Pdf(objects: [Packed("7 0 <<>>", "[/ASCIIHexDecode/FlateDecode]")]), "a.pdf", null));
    }

    [Fact]
    public void A_small_file_that_unpacks_into_a_large_one_is_refused() =>
        Assert.Equal(FieldFault.DamagedFile, Fault(Pdf(objects: [Packed(new string(' ', 80 * 1024 * 1024))]), "a.pdf", null));

    private static byte[] Sound(ScanForm form) => form switch { ScanForm.Pdf => Pdf(), ScanForm.Png => Png, ScanForm.Jpeg => Jpeg, _ => Tiff() };

    private static FieldFault? Fault(byte[] content, string? name, string? type) => ScanReading.Of(new(content, name, type)).Fault;

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Changed(byte[] file, int at, byte? to = null)
    {
        var changed = (byte[])file.Clone();
        changed[at] = to ?? (byte)(changed[at] ^ 1);
        return changed;
    }
}
