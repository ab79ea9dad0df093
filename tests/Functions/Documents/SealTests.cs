using System.IO.Compression;
using System.Text;
using LocalDiplomacy.Functions.Tests.Running;
using LocalDiplomacy.Workflows;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Command = System.Func<System.Collections.Generic.IReadOnlyList<string>, System.IO.TextWriter, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace LocalDiplomacy.Functions.Tests.Documents;

/// <summary>What a program with a certificate gives out.</summary>
public sealed class SealTests(SealedAssociation association) : IClassFixture<SealedAssociation>
{
    [Fact]
    public async Task Every_pdf_and_the_evidence_are_signed_and_verify_holds_them_to_it()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "accept", (string)mou["textHash"]!)).Expect(200);

        foreach (var name in new[] { "original-local-government.pdf", "original-counterparty.pdf", "record.pdf" })
        {
            var pdf = await (await association.Officer.GetAsync($"/office/mous/{mou["id"]}/documents/{name}")).Expect(200).Message.Content.ReadAsByteArrayAsync();
            Assert.Contains("/SubFilter /ETSI.CAdES.detached", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        }

        var evidence = await (await association.Office.GetAsync($"/api/mous/{mou["id"]}/evidence")).Expect(200).Message.Content.ReadAsByteArrayAsync();
        var said = await VerifyAsync(evidence);
        Assert.Contains("Sealed by          CN=Sample Association Seal, certificate SHA-256 ", said, StringComparison.Ordinal);
        Assert.Contains("Signed PDFs        4, each with the same certificate", said, StringComparison.Ordinal);
        Assert.Contains("documents/record-ko.pdf does not hold: ", await VerifyAsync(WithAnotherByte(evidence, "documents/record-ko.pdf")), StringComparison.Ordinal);
    }

    /// <summary>Where I and i are no two cases of one letter, and a minus may be another character.</summary>
    [Fact]
    public async Task A_text_has_the_same_hash_on_a_machine_of_another_language()
    {
        var made = (await association.Office.PostAsync("/api/mous", Drafts.Good(purpose: "INITIAL I\u0307 coope\u0301ration İstanbul -1"))).Expect(201).Json;
        var text = new MouText([Language.Korean, Language.English],
            LocalizedText.Of((Language.Korean, "우호협력 양해각서"), (Language.English, "Memorandum on friendship")),
            [new(LocalizedText.Of((Language.Korean, "목적"), (Language.English, "Purpose")), LocalizedText.Of((Language.Korean, "양측은 청소년 교류를 지원한다."), (Language.English, "INITIAL \u0130 coop\u00e9ration İstanbul -1")))]);

        Assert.Equal(CanonicalText.HashOf(text).Value, (string?)made["textHash"]);
    }

    private static byte[] WithAnotherByte(byte[] evidence, string path)
    {
        using var changed = new MemoryStream();
        changed.Write(evidence);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var content = zip.GetEntry(path)!.Open();
            content.Position = content.Length / 2;
            var one = content.ReadByte();
            content.Position--;
            content.WriteByte((byte)(one ^ 1));
        }

        return changed.ToArray();
    }

    private static async Task<string> VerifyAsync(byte[] evidence)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, evidence);
        await using var services = new ServiceCollection().AddWorkflows(new ConfigurationBuilder().Build()).BuildServiceProvider();
        using var output = new StringWriter();
        try
        {
            await services.GetRequiredKeyedService<Command>("verify")([file], output, CancellationToken.None);
        }
        catch (HostAbortedException fault)
        {
            return fault.Message;
        }
        finally
        {
            File.Delete(file);
        }

        return output.ToString();
    }
}
