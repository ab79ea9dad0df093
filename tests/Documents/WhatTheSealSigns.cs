using System.Diagnostics;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LocalDiplomacy.Documents.Tests.Samples;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Tests;

/// <summary>PAdES baseline B: read back by a parser, a CMS library and programs that are not the writer's.</summary>
public sealed class WhatTheSealSigns
{
    private const string ContentType = "1.2.840.113549.1.9.3", MessageDigest = "1.2.840.113549.1.9.4", SigningTime = "1.2.840.113549.1.9.5";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47", Sha256 = "2.16.840.1.101.3.4.2.1";

    public static readonly TheoryData<string> Documents = ["original", "record"];
    public static readonly TheoryData<string> Keys = ["rsa", "elliptic curve"];

    [Theory, MemberData(nameof(Documents))]
    public void The_file_says_that_it_is_signed_how_when_and_what_for(string document)
    {
        var pdf = new ReadPdf(Sealed(document));

        var field = pdf.Follow(pdf.Catalog, "Fields");
        var page = pdf.Follow(pdf.Follow(pdf.Catalog, "Pages"), "Kids");
        var signature = pdf.Follow(field, "V");

        Assert.Contains("/SigFlags 3", pdf.Catalog, StringComparison.Ordinal);
        Assert.Contains("/FT /Sig", field, StringComparison.Ordinal);
        Assert.Equal((page, field), (pdf.Follow(field, "P"), pdf.Follow(page, "Annots")));
        Assert.Contains("/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached", signature, StringComparison.Ordinal);
        Assert.Contains("/M (D:20261111013000Z)", signature, StringComparison.Ordinal);
        Assert.Contains("/Reason <FEFF", signature, StringComparison.Ordinal);
        Assert.DoesNotContain("/Cert ", signature, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Keys))]
    public void The_signature_has_the_attributes_of_the_baseline_and_no_others(string key)
    {
        var (content, signature) = Signed(Sealed("original", key));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.Decode(signature);
        cms.CheckSignature(verifySignatureOnly: true);

        var signer = Assert.Single(cms.SignerInfos.OfType<SignerInfo>());
        var attributes = signer.SignedAttributes.OfType<CryptographicAttributeObject>().ToDictionary(attribute => attribute.Oid.Value!, attribute => attribute.Values[0].RawData);

        Assert.Equal(new[] { ContentType, MessageDigest, SigningCertificateV2 }.Order(), attributes.Keys.Order());
        Assert.DoesNotContain(SigningTime, attributes.Keys);
        Assert.Equal(Sha256, signer.DigestAlgorithm.Value);
        Assert.Equal(SHA256.HashData(content), AsnDecoder.ReadOctetString(attributes[MessageDigest], AsnEncodingRules.DER, out _));
        Assert.True(cms.Detached);
        var essCertId = new AsnReader(attributes[SigningCertificateV2], AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        Assert.Equal(SHA256.HashData(signer.Certificate!.RawData), essCertId.ReadOctetString());
        var issuerSerial = essCertId.ReadSequence();
        var name = issuerSerial.ReadSequence().ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 4));
        Assert.Equal(signer.Certificate.IssuerName.RawData, name.ReadEncodedValue().ToArray());
        Assert.Equal(signer.Certificate.SerialNumberBytes.ToArray(), issuerSerial.ReadIntegerBytes().ToArray());
    }

    [Theory, MemberData(nameof(Keys))]
    public void All_certificates_above_the_associations_own_are_within(string key)
    {
        var (_, signature) = Signed(Sealed("record", key));
        var cms = new SignedCms();
        cms.Decode(signature);

        using var chain = new X509Chain();
        (chain.ChainPolicy.RevocationMode, chain.ChainPolicy.TrustMode) = (X509RevocationMode.NoCheck, X509ChainTrustMode.CustomRootTrust);
        chain.ChainPolicy.VerificationTime = SampleDocuments.Start.UtcDateTime;
        chain.ChainPolicy.CustomTrustStore.Add(Of(key).Root);
        chain.ChainPolicy.ExtraStore.AddRange(cms.Certificates);

        Assert.True(chain.Build(cms.SignerInfos[0].Certificate!));
        Assert.Equal(3, chain.ChainElements.Count);
    }

    [Theory, MemberData(nameof(Documents))]
    public void One_byte_that_is_another_is_found_wherever_it_stands(string document)
    {
        var pdf = Sealed(document);
        var digits = (From: pdf.AsSpan().IndexOf("/ByteRange"u8), To: pdf.AsSpan().IndexOf("> /M (D:"u8));
        Assert.InRange(digits.From, 1, digits.To);

        for (var at = 0; at < pdf.Length; at += 97)
        {
            var changed = (byte[])pdf.Clone();
            changed[at] ^= 1;
            // Among the digits stand the certificates above too: their own issuers sign them, and readers look at that. The name
            // before them is what makes the file a signed one.
            if (Fault(changed) is { } fault) Assert.StartsWith("d.pdf does not hold: its signature", fault, StringComparison.Ordinal);
            else Assert.InRange(at, digits.From, digits.To);
        }
    }

    [Fact]
    public void A_name_that_says_no_more_that_it_is_signed_makes_it_a_file_that_is_not()
    {
        var pdf = Sealed("record");
        Assert.NotNull(SignedPdf.SignerOf("d.pdf", pdf));
        pdf[pdf.AsSpan().IndexOf("/ByteRange"u8) + 1] ^= 1;

        Assert.Null(SignedPdf.SignerOf("d.pdf", pdf));
    }

    [Fact]
    public void What_is_added_after_the_signature_is_found_and_so_is_a_second_one()
    {
        var pdf = Sealed("record");

        Assert.Contains("does not cover the whole file", Fault([.. pdf, .. "\n1 0 obj\n<< >>\nendobj\n"u8]), StringComparison.Ordinal);
        Assert.Contains("does not cover the whole file", Fault(pdf[..^1]), StringComparison.Ordinal);
        Assert.Contains("more than one signature", Fault([.. pdf, .. "/ByteRange [0 1 2 3]"u8]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_at_the_same_time_gives_the_same_bytes() => Assert.Equal(Sealed("original"), Sealed("original"));

    [PopplerTheory, MemberData(nameof(Documents))]
    public async Task Nothing_of_it_is_drawn(string document)
    {
        var (plain, signed) = (await Poppler.PicturesAsync(Write(Writers.Plain, document)), await Poppler.PicturesAsync(Sealed(document)));

        Assert.Equal(plain.Select(page => page.ToFile()), signed.Select(page => page.ToFile()));
    }

    [PopplerTheory, MemberData(nameof(Keys))]
    public async Task Poppler_finds_it_valid_and_over_the_whole_file_until_a_byte_changes(string key)
    {
        var pdf = Sealed("original", key);
        var changed = (byte[])pdf.Clone();
        changed[changed.AsSpan().LastIndexOf("/Title <FEFF"u8) + "/Title <FEFF".Length] ^= 1;

        var said = await Poppler.SignaturesAsync(pdf);

        Assert.Contains("Signature Type: ETSI.CAdES.detached", said, StringComparison.Ordinal);
        Assert.Contains("Signer Certificate Common Name: Association Seal", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Signature is Valid.", await Poppler.SignaturesAsync(changed), StringComparison.Ordinal);
    }

    /// <summary>With -cades it holds the signature to the certificate that the attribute names, and to its chain.</summary>
    [Theory, MemberData(nameof(Keys))]
    public async Task OpenSSL_finds_it_a_CAdES_signature(string key)
    {
        if (!File.Exists("/usr/bin/openssl")) return;
        var (content, signature) = Signed(Sealed("record", key));
        var folder = Directory.CreateTempSubdirectory("seal-").FullName;
        string In(string name) => Path.Combine(folder, name);
        await File.WriteAllBytesAsync(In("content"), content);
        await File.WriteAllBytesAsync(In("signature"), signature);
        await File.WriteAllTextAsync(In("root.pem"), Of(key).Root.ExportCertificatePem());
        string[] check = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", In("signature"), "-content", In("content"), "-CAfile", In("root.pem"), "-purpose", "any", "-out", In("out")];

        Assert.Equal(0, await RunAsync("/usr/bin/openssl", check));
        await File.AppendAllTextAsync(In("content"), " ");
        Assert.NotEqual(0, await RunAsync("/usr/bin/openssl", check));
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Sealed(string document, string key = "rsa") => Write(Writers.Sealed(Of(key).Pkcs12), document);

    private static byte[] Write(DocumentWriter writer, string document) => document == "record"
        ? writer.Write(SampleDocuments.Record(Language.Korean))
        : writer.Write(SampleDocuments.Signed(Side.Counterparty));

    private static (byte[] Pkcs12, X509Certificate2 Root) Of(string key) => key == "rsa" ? SampleCertificates.Rsa : SampleCertificates.EllipticCurve;

    private static (byte[] Content, byte[] Signature) Signed(byte[] pdf)
    {
        var read = new ReadPdf(pdf);
        return read.Signed(read.Follow(read.Follow(read.Catalog, "Fields"), "V"));
    }

    private static string? Fault(byte[] pdf)
    {
        try
        {
            SignedPdf.SignerOf("d.pdf", pdf);
            return null;
        }
        catch (EvidenceFault fault)
        {
            return fault.Message;
        }
    }

    private static async Task<int> RunAsync(string program, string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        await Task.WhenAll(output, errors);
        return run.ExitCode;
    }
}
