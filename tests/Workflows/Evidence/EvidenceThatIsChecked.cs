using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Signing;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Tests.Evidence;

public sealed class EvidenceThatIsChecked : IAsyncLifetime
{
    private const string Password = "tests only";
    private static readonly MouText Text = new([Language.Korean], LocalizedText.Of((Language.Korean, "우호협력")), [new(LocalizedText.Of((Language.Korean, "목적")), LocalizedText.Of((Language.Korean, "교류")))]);
    private static readonly byte[] Certificate = SelfSigned();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evidence-");
    private readonly Association _association = new();
    private readonly Association _sealing = new(new() { ["SEAL_CERTIFICATE"] = Convert.ToBase64String(Certificate), ["SEAL_CERTIFICATE_PASSWORD"] = Password });

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _sealing.LoadBeginningsAsync();
    }

    public async Task DisposeAsync()
    {
        await _association.DisposeAsync();
        await _sealing.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_holds_every_event_text_decision_mail_and_document()
    {
        var (mou, evidence) = await EvidenceAsync(_association);

        var paths = Paths(evidence);
        Assert.Equal(CaseEvidence.NotePath, paths[0]);
        Assert.Equal(mou.Version, paths.Count(path => path.StartsWith("events/", StringComparison.Ordinal)));
        Assert.Contains($"texts/{CanonicalText.HashOf(Text)}.txt", paths);
        Assert.Equal(4, paths.Count(path => path.StartsWith("documents/", StringComparison.Ordinal)));
        Assert.Contains("mails.json", paths);
        Assert.Contains("\"to\": \"review@gabon.example\"", Encoding.UTF8.GetString(Read(evidence, "mails.json")), StringComparison.Ordinal);
        Assert.Contains("mou.text-accepted.v1", Encoding.UTF8.GetString(Read(evidence, "decisions.json")), StringComparison.Ordinal);
        Assert.DoesNotContain("mou.draft-created", Encoding.UTF8.GetString(Read(evidence, "decisions.json")), StringComparison.Ordinal);
        var (code, said) = await VerifyAsync(evidence);
        Assert.Equal(0, code);
        Assert.Contains($"{mou.Version} events, 1 texts, 4 documents, 2 scans", said, StringComparison.Ordinal);
        Assert.Contains("Not sealed.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_record_gives_the_same_bytes()
    {
        var (mou, evidence) = await EvidenceAsync(_sealing);

        Assert.Equal(evidence, await WrittenAsync(_sealing, mou.Id));
    }

    [Theory]
    [InlineData("localdiplomacy-evidence.txt")]
    [InlineData("state.json")]
    [InlineData("events/0000000002.json")]
    [InlineData("texts/")]
    [InlineData("decisions.json")]
    [InlineData("mails.json")]
    [InlineData("documents/original-counterparty.pdf")]
    [InlineData("documents/record-ko.pdf")]
    [InlineData("scans/")]
    [InlineData("SHA256SUMS")]
    [InlineData("manifest.p7s")]
    public async Task One_byte_that_is_another_is_found_by_its_file(string file)
    {
        var (_, evidence) = await EvidenceAsync(_sealing);
        file = Paths(evidence).First(path => path.StartsWith(file, StringComparison.Ordinal));

        foreach (var at in new[] { 0.0, 0.5, 0.999 })
        {
            var (code, said) = await VerifyAsync(Changed(evidence, file, content => Flip(content, at)));

            Assert.Equal(1, code);
            Assert.StartsWith(file + " does not hold: ", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_manifest_that_was_changed_is_found_with_and_without_a_seal()
    {
        var (_, plain) = await EvidenceAsync(_association);
        var (_, signed) = await EvidenceAsync(_sealing);

        var ofPlain = await VerifyAsync(Changed(plain, EvidenceManifest.Path, content => Replace(content, "\"kind\": \"Text\"", "\"kind\": \"Mail\"")));
        var ofSigned = await VerifyAsync(Changed(signed, EvidenceManifest.Path, content => Replace(content, "\"kind\": \"Text\"", "\"kind\": \"Scan\"")));

        Assert.Equal((1, 1), (ofPlain.Code, ofSigned.Code));
        Assert.StartsWith("manifest.json does not hold: ", ofPlain.Said, StringComparison.Ordinal);
        Assert.StartsWith("manifest.p7s does not hold: ", ofSigned.Said, StringComparison.Ordinal);
    }

    /// <summary>Somebody who also writes the sums anew is found by what the files say of each other.</summary>
    [Theory]
    [InlineData("events/0000000002.json", "review@gabon.example", "review@other.example", "event 2 does not follow from the one before")]
    [InlineData("texts/", "교류", "교역", "its content is not the text that its name stands for")]
    [InlineData("decisions.json", "mou.text-accepted.v1", "mou.text-declined.v1", "is not what that event says")]
    [InlineData("state.json", "\"version\": ", "\"version\": 1", "of another case, or of another moment")]
    [InlineData("scans/", "595 842", "842 595", "its content is not the scan that its name stands for")]
    [InlineData("documents/record-en.pdf", ")", "0)", "it names neither this chain's head nor a text of this case")]
    public async Task Sums_that_were_written_anew_hide_nothing(string file, string written, string forged, string why)
    {
        var (_, evidence) = await EvidenceAsync(_association);
        file = Paths(evidence).First(path => path.StartsWith(file, StringComparison.Ordinal));

        var (code, said) = await VerifyAsync(SummedAnew(Changed(evidence, file, content => Replace(content, written, forged))));

        Assert.Equal(1, code);
        Assert.StartsWith(file + " does not hold: ", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_taken_away_or_added_is_named()
    {
        var (_, evidence) = await EvidenceAsync(_association);

        Assert.StartsWith("mails.json does not hold: the manifest names it", (await VerifyAsync(Rewritten(evidence, files => files.Remove("mails.json")))).Said, StringComparison.Ordinal);
        Assert.StartsWith("scans/more.pdf does not hold: the manifest does not name it", (await VerifyAsync(Rewritten(evidence, files => files["scans/more.pdf"] = [1]))).Said, StringComparison.Ordinal);
    }

    /// <summary>By somebody who writes the manifest and the sums anew.</summary>
    [Fact]
    public async Task A_scan_that_was_taken_away_or_put_in_is_found_by_the_events()
    {
        var (mou, evidence) = await EvidenceAsync(_association);
        var path = Paths(evidence).First(path => path.StartsWith("scans/", StringComparison.Ordinal));
        var more = $"scans/{ScanStore.HashOf(SampleScans.Jpeg)}.jpg";

        var without = await VerifyAsync(SummedAnew(Rewritten(evidence, files => files.Remove(path)), manifest => [.. manifest.Where(file => file.Path != path)]));
        var with = await VerifyAsync(SummedAnew(
            Rewritten(evidence, files => PutBeforeManifest(files, more, SampleScans.Jpeg)), manifest => [.. manifest, new(more, EvidenceKind.Scan, 0, "")]));

        Assert.StartsWith($"events/{mou.Version - 1:D10}.json does not hold: the scan {mou.Scans[0].Hash}, which it tells of, is missing.", without.Said, StringComparison.Ordinal);
        Assert.StartsWith($"{more} does not hold: no event tells of it.", with.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_is_not_what_was_kept_is_not_given_out_as_evidence()
    {
        var (mou, _) = await EvidenceAsync(_association);
        await _association.Get<ScanStore>().SaveAsync(mou.Id, mou.Scans[0].Hash, SampleScans.Jpeg);

        var fault = await Assert.ThrowsAsync<LocalDiplomacy.Workflows.Cases.BrokenCaseException>(() => WrittenAsync(_association, mou.Id));

        Assert.Contains(mou.Scans[0].Hash.Value, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_evidence_is_told_apart()
    {
        var (_, evidence) = await EvidenceAsync(_association);
        var newer = Changed(evidence, EvidenceManifest.Path, content => Replace(content, "\"format\": 1", "\"format\": 2"));

        Assert.Contains("is empty", (await VerifyAsync([])).Said, StringComparison.Ordinal);
        Assert.Contains("is no evidence of this program", (await VerifyAsync(Encoding.UTF8.GetBytes("a letter"))).Said, StringComparison.Ordinal);
        Assert.Contains("is no evidence of this program", (await VerifyAsync(Zip(("photo.jpg", [1, 2, 3])))).Said, StringComparison.Ordinal);
        Assert.Contains("was cut off or damaged", (await VerifyAsync(evidence[..^100])).Said, StringComparison.Ordinal);
        Assert.Contains("was cut off or damaged", (await VerifyAsync(evidence[..(evidence.Length / 2)])).Said, StringComparison.Ordinal);
        Assert.Contains("has format 2", (await VerifyAsync(newer)).Said, StringComparison.Ordinal);
        Assert.Contains("There is no file", (await RunAsync("nowhere.zip")).Said, StringComparison.Ordinal);
        Assert.Contains("verify FILE", (await RunAsync()).Said, StringComparison.Ordinal);
        Assert.Contains("verify FILE", (await RunAsync("a", "b")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_byte_of_the_file_can_be_changed_so_that_it_is_misread()
    {
        var (_, evidence) = await EvidenceAsync(_association);
        var chance = new Random(20261122);

        for (var i = 0; i < 300; i++)
        {
            var changed = (byte[])evidence.Clone();
            changed[chance.Next(changed.Length)] ^= (byte)chance.Next(1, 256);
            var (code, said) = await VerifyAsync(changed);
            // A byte of the packing that nobody reads, such as a file's time, may change; then the content is what it was.
            if (code == 0) Assert.Equal(Content(evidence), Content(changed));
            else Assert.NotEqual("", said);
        }
    }

    [Fact]
    public async Task A_seal_names_the_certificate_and_fits_no_other_manifest()
    {
        var (_, evidence) = await EvidenceAsync(_sealing);
        var (_, another) = await EvidenceAsync(_sealing);
        using var certificate = X509CertificateLoader.LoadPkcs12(Certificate, Password);

        var (code, said) = await VerifyAsync(evidence);
        var exchanged = await VerifyAsync(SummedAnew(Changed(evidence, EvidenceManifest.SealPath, _ => Read(another, EvidenceManifest.SealPath)), manifestToo: false));

        Assert.Equal(0, code);
        Assert.Contains($"Sealed by          CN=Association, certificate SHA-256 {certificate.GetCertHashString(HashAlgorithmName.SHA256)}", said, StringComparison.Ordinal);
        Assert.Equal(1, exchanged.Code);
        Assert.StartsWith("manifest.p7s does not hold: ", exchanged.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documents_of_a_sealed_archive_are_signed_by_themselves()
    {
        var (_, evidence) = await EvidenceAsync(_sealing);

        var (code, said) = await VerifyAsync(evidence);

        Assert.Equal(0, code);
        Assert.Contains("Signed PDFs        4, each with the same certificate", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed PDFs", (await VerifyAsync((await EvidenceAsync(_association)).Evidence)).Said, StringComparison.Ordinal);
    }

    /// <summary>By somebody who takes the manifest's seal off and writes all sums anew.</summary>
    [Theory]
    [InlineData("%PDF for", "%PDF fur", "its signature does not fit what it holds; it was changed after it was signed.")]
    [InlineData("\n%%EOF", "\n%%EOF\n%%EOF", "its signature does not cover the whole file; something was added or taken away.")]
    [InlineData("/ByteRange", "/ByteStage", "it is not signed, and the others are; its signature was taken away.")]
    [InlineData("] <", "] /ByteRange [0 1 2 3] <", "it has more than one signature; this program writes one.")]
    public async Task A_document_that_was_changed_is_found_by_its_own_signature(string written, string forged, string why)
    {
        const string file = "documents/original-counterparty.pdf";
        var (_, evidence) = await EvidenceAsync(_sealing);

        var (code, said) = await VerifyAsync(SummedAnew(Rewritten(evidence, files =>
        {
            files[file] = Replace(files[file], written, forged);
            files.Remove(EvidenceManifest.SealPath);
        })));

        Assert.Equal((1, $"{file} does not hold: {why}"), (code, said));
    }

    [Fact]
    public async Task Documents_are_signed_with_the_manifests_certificate_and_no_other()
    {
        var (_, evidence) = await EvidenceAsync(_sealing);
        var another = new EvidenceSeal(Options.Create(new WorkflowsOptions { SealCertificate = Convert.ToBase64String(SelfSigned()), SealCertificatePassword = Password }));

        var (code, said) = await VerifyAsync(SummedAnew(
            Changed(evidence, EvidenceManifest.SealPath, _ => another.Sign(Read(evidence, EvidenceManifest.Path))!), manifestToo: false));

        Assert.Equal((1, "documents/original-local-government.pdf does not hold: it is signed with another certificate than the manifest."), (code, said));
    }

    [Fact]
    public async Task A_seal_that_was_taken_off_is_missed_by_the_documents()
    {
        var (_, evidence) = await EvidenceAsync(_sealing);

        var (code, said) = await VerifyAsync(SummedAnew(Rewritten(evidence, files => files.Remove(EvidenceManifest.SealPath))));

        Assert.Equal((1, "manifest.p7s does not hold: it is missing, and the documents are signed; it was taken away."), (code, said));
    }

    [Fact]
    public async Task Whoever_has_no_program_of_ours_can_check_it_too()
    {
        if (OperatingSystem.IsWindows()) return;
        var (mou, evidence) = await EvidenceAsync(_association);
        var place = _folder.CreateSubdirectory("open").FullName;
        ZipFile.ExtractToDirectory(await SaveAsync(evidence), place);
        var note = Encoding.UTF8.GetString(Read(evidence, CaseEvidence.NotePath));
        var head = note.Split("Head of the chain: ")[1][..64];

        var sums = await ShellAsync(place, "sha256sum --check --strict SHA256SUMS");
        var chain = await ShellAsync(place, string.Join('\n', note.Split('\n').SkipWhile(line => !line.Contains("3. The chain:", StringComparison.Ordinal)).Take(3)).Replace("3. The chain:", "", StringComparison.Ordinal));

        Assert.Equal(0, sums.Code);
        Assert.Equal((0, head), (chain.Code, chain.Said.Trim()));
        Assert.Equal(head, (await _association.Get<LocalDiplomacy.Workflows.Cases.CasePartition>().ChainAsync(mou.Id, int.MaxValue, CancellationToken.None))[^1].Hash.Value);
    }

    [Fact]
    public async Task OpenSSL_reads_the_seal()
    {
        if (!File.Exists("/usr/bin/openssl")) return;
        var (_, evidence) = await EvidenceAsync(_sealing);
        var place = _folder.CreateSubdirectory("sealed").FullName;
        ZipFile.ExtractToDirectory(await SaveAsync(evidence), place);
        using var certificate = X509CertificateLoader.LoadPkcs12(Certificate, Password);
        await File.WriteAllTextAsync(Path.Combine(place, "ca.pem"), certificate.ExportCertificatePem());
        const string check = "openssl cms -verify -binary -inform DER -in manifest.p7s -content manifest.json -CAfile ca.pem -purpose any -out /dev/null";

        Assert.Equal(0, (await ShellAsync(place, check)).Code);
        await File.AppendAllTextAsync(Path.Combine(place, "manifest.json"), " ");
        Assert.NotEqual(0, (await ShellAsync(place, check)).Code);
    }

    private static async Task<(Mou Mou, byte[] Evidence)> EvidenceAsync(Association association)
    {
        var hash = await association.Get<TextStore>().SaveAsync(Text);
        var id = new MouId($"mou{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        await association.DoAsync(id, Sample.Create with { Text = hash });
        await association.DoAsync(id, Sample.Submit with { Text = hash });
        await association.DoAsync(id, Sample.Accept with { Text = hash });
        await association.DoAsync(id, new MouCommand.SetCeremony(hash, Sample.Governor, Sample.Mayor, Sample.Ceremony));
        await association.DoAsync(id, new MouCommand.RecordPaperSignatures(hash, Sample.Ceremony.On));
        await KeepAsync(association, id, new(ScanStore.HashOf(SampleScans.Pdf()), ScanForm.Pdf, SampleScans.Pdf().Length, Side.LocalGovernment), SampleScans.Pdf());
        var mou = await KeepAsync(association, id, new(ScanStore.HashOf(SampleScans.Png), ScanForm.Png, SampleScans.Png.Length, Side.Counterparty), SampleScans.Png);
        await association.Get<MailLedger>().QueueAsync(id.Value, "mail-1", new("review@gabon.example"), new MailOccasion.AboutCase(id, MailKind.ReviewRequested, Recipient.Reviewer, 2, null, Language.French, null), CancellationToken.None);
        return (mou, await WrittenAsync(association, id));
    }

    private static async Task<byte[]> WrittenAsync(Association association, MouId id)
    {
        using var written = new MemoryStream();
        await (await association.Get<CaseEvidence>().PrepareAsync(id)).WriteAsync(written);
        return written.ToArray();
    }

    private static async Task<Mou> KeepAsync(Association association, MouId id, Scan scan, byte[] content)
    {
        await association.Get<ScanStore>().SaveAsync(id, scan.Hash, content);
        return await association.DoAsync(id, new MouCommand.KeepScan(scan));
    }

    private async Task<(int Code, string Said)> VerifyAsync(byte[] evidence) => await RunAsync(await SaveAsync(evidence));

    private async Task<string> SaveAsync(byte[] evidence)
    {
        var file = Path.Combine(_folder.FullName, "evidence.zip");
        await File.WriteAllBytesAsync(file, evidence);
        return file;
    }

    /// <summary>As the host runs it: a refusal is one line and ends the program with 1.</summary>
    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        try
        {
            await VerifyCommand.RunAsync(arguments, output, CancellationToken.None);
            return (0, output.ToString());
        }
        catch (HostAbortedException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
            return (1, refusal.Message);
        }
    }

    private static byte[] Flip(byte[] content, double at)
    {
        var changed = (byte[])content.Clone();
        changed[(int)(changed.Length * at)] ^= 1;
        return changed;
    }

    private static byte[] Replace(byte[] content, string written, string forged)
    {
        var text = Encoding.UTF8.GetString(content);
        Assert.Contains(written, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(written, forged, StringComparison.Ordinal));
    }

    private static byte[] Changed(byte[] evidence, string path, Func<byte[], byte[]> change) => Rewritten(evidence, files => files[path] = change(files[path]));

    private static byte[] Rewritten(byte[] evidence, Action<Dictionary<string, byte[]>> change)
    {
        var files = Paths(evidence).ToDictionary(path => path, path => Read(evidence, path));
        change(files);
        return Zip([.. files.Select(file => (file.Key, file.Value))]);
    }

    private static void PutBeforeManifest(Dictionary<string, byte[]> files, string path, byte[] content)
    {
        var after = new[] { EvidenceManifest.Path, EvidenceManifest.SumsPath }.Select(name => (name, Content: files[name])).ToList();
        var before = files.Where(file => after.All(one => one.name != file.Key)).ToList();
        files.Clear();
        foreach (var file in before) files.Add(file.Key, file.Value);
        files.Add(path, content);
        foreach (var (name, last) in after) files.Add(name, last);
    }

    private static byte[] SummedAnew(byte[] evidence, Func<IReadOnlyList<ManifestFile>, IReadOnlyList<ManifestFile>> change) =>
        SummedAnew(Changed(evidence, EvidenceManifest.Path, json => EvidenceJson.Read<EvidenceManifest>(json) is var manifest ? (manifest with { Files = change(manifest.Files) }).ToJson() : json));

    private static byte[] SummedAnew(byte[] evidence, bool manifestToo = true) => Rewritten(evidence, files =>
    {
        if (manifestToo)
        {
            var manifest = EvidenceJson.Read<EvidenceManifest>(files[EvidenceManifest.Path]);
            files[EvidenceManifest.Path] = (manifest with
            {
                Files = [.. manifest.Files.Select(file => file with { Bytes = files[file.Path].Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(files[file.Path])) })],
            }).ToJson();
        }

        files[EvidenceManifest.SumsPath] = PreparedEvidence.Sums(files.Where(file => file.Key != EvidenceManifest.SumsPath).Select(file => (file.Key, file.Value)));
    });

    private static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in files)
            {
                using var to = zip.CreateEntry(path).Open();
                to.Write(content);
            }

        return written.ToArray();
    }

    private static List<string> Paths(byte[] evidence)
    {
        using var zip = new ZipArchive(new MemoryStream(evidence));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static List<(string Path, string Sha256)> Content(byte[] evidence) =>
        [.. Paths(evidence).Select(path => (path, Convert.ToHexStringLower(SHA256.HashData(Read(evidence, path)))))];

    private static byte[] Read(byte[] evidence, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(evidence));
        using var content = new MemoryStream();
        using var from = zip.GetEntry(path)!.Open();
        from.CopyTo(content);
        return content.ToArray();
    }

    private static async Task<(int Code, string Said)> ShellAsync(string folder, string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        await errors;
        return (shell.ExitCode, await output);
    }

    private static byte[] SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Association", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.Export(X509ContentType.Pkcs12, Password);
    }
}
