using System.Buffers.Binary;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.BadInput;

/// <summary>Files that are sent as scans, over HTTP: each is refused by its field, by page and by API, and nothing of it is kept.</summary>
[Collection(RunningCollection.Name)]
public sealed class FilesOfEveryKind(Association association)
{
    private const int Limit = 20 * 1024 * 1024;

    private static readonly string Today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly (string Name, byte[] Content, string Type, string Code)[] Bad =
    [
        ("empty", [], "application/pdf", "EmptyFile"),
        ("encrypted", Pdf(trailer: "/Encrypt 4 0 R"), "application/pdf", "EncryptedFile"),
        ("cut off", Pdf()[..150], "application/pdf", "DamagedFile"),
        ("damaged in the middle", Damaged(Png(10, 10)), "image/png", "DamagedFile"),
        ("a script", Pdf("<</S/JavaScript/JS(app.alert\\(1\\))>>"), "application/pdf", "ActiveFile"),
        ("a script by an escaped name", Pdf("<</S/J#61vaScript/JS(x)>>"), "application/pdf", "ActiveFile"),
        ("a program to start", Pdf("<</S/Launch/F(cmd.exe)>>"), "application/pdf", "ActiveFile"),
        ("a file within", Pdf("<</Type/EmbeddedFile/Length 3>>stream\nabc\nendstream"), "application/pdf", "ActiveFile"),
        ("a form that computes", Pdf("<</XFA[(template)5 0 R]>>"), "application/pdf", "ActiveFile"),
        ("a page under the name of a PDF", "<html><script>alert(1)</script></html>"u8.ToArray(), "application/pdf", "MislabelledFile"),
        ("a program under the name of a picture", "MZ\u0090\0"u8.ToArray(), "image/png", "MislabelledFile"),
        ("a PDF under the name of a picture", Pdf(), "image/png", "MislabelledFile"),
        ("a picture under the name of a PDF", Png(10, 10), "application/pdf", "MislabelledFile"),
        ("an archive and a PDF in one", [.. "PK\u0003\u0004"u8, .. Pdf()], "application/pdf", "MislabelledFile"),
        ("a picture with a page behind its end", [.. Png(10, 10), .. "<script>alert(1)</script>"u8], "image/png", "DamagedFile"),
        ("a picture with an archive behind its end", [.. Png(10, 10), .. "PK\u0005\u0006"u8], "image/png", "DamagedFile"),
        ("a picture of four billion pixels", Png(65_535, 65_535), "image/png", "PictureTooLarge"),
        ("a picture of as many pixels as there can be", Png(int.MaxValue, int.MaxValue), "image/png", "PictureTooLarge"),
        ("a JPEG of four billion pixels", Jpeg(65_535, 65_535), "image/jpeg", "PictureTooLarge"),
        ("a TIFF of four billion pixels", Tiff(65_535, 65_535), "image/tiff", "PictureTooLarge"),
        ("a drawing with a script", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "image/png", "MislabelledFile"),
        ("packed objects that unpack into a hundred times the file", Pdf(Bomb()), "application/pdf", "DamagedFile"),
    ];

    [Fact]
    public async Task Each_is_refused_by_its_field_on_the_page_and_in_json_and_nothing_is_kept()
    {
        var id = await OnPaperAsync();
        foreach (var (name, content, type, code) in Bad)
        {
            var answer = await PostAsync(id, content, type);
            Assert.True(answer.Code == 400 && (string?)answer.Json["code"] == code, $"{name}: {answer.Code} {answer.Body}");
            Assert.True(answer.Json["errors"]!.AsObject().ContainsKey("file"), name);
            var page = (await SendAsync(id, content, "scan" + Extension(type), type)).ExpectPage(400);
            Assert.Contains("f-file", page.Body, StringComparison.Ordinal);
        }

        Assert.Empty((await association.Office.GetAsync($"/api/mous/{id}")).Expect(200).Json["scans"]!.AsArray());
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public async Task What_is_too_large_is_told_the_limit_that_applies(string language)
    {
        var id = await OnPaperAsync();
        var unit = language == "fr" ? "Mo" : "MB";

        var scan = (await PostAsync(id, new byte[Limit + 1], "application/pdf", language)).ExpectProblem(413, "FileTooLarge");
        var json = (await association.Office.SendAsync(
            HttpMethod.Post, "/api/mous", new StringContent($"\"{new string('a', 2_200_000)}\"", Encoding.UTF8, "application/json"), ("Idempotency-Key", ApiCaller.NewKey()), ("Accept-Language", language))).ExpectProblem(413, "BodyTooLarge");

        Assert.Matches($@"\b20\s?{unit}", scan.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Matches($@"\b2\s?{unit}", (string)json["detail"]!);
    }

    [Fact]
    public async Task A_page_names_the_limit_of_scans_however_much_larger_the_file_is()
    {
        var id = await OnPaperAsync();

        var little = (await SendAsync(id, new byte[Limit + 1], "a.pdf", "application/pdf")).ExpectPage(413);
        var far = (await SendAsync(id, new byte[62 * 1024 * 1024], "a.pdf", "application/pdf")).ExpectPage(413);

        Assert.Contains("20 MB", little.Body, StringComparison.Ordinal);
        Assert.Contains("20 MB", far.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("62 MB", far.Body, StringComparison.Ordinal);
    }

    private async Task<string> OnPaperAsync()
    {
        var mou = await association.AgreedAsync();
        var (id, text) = ((string)mou["id"]!, (string)mou["textHash"]!);
        (await association.Office.PostAsync($"/api/mous/{id}/actions/set-ceremony", new JsonObject
        {
            ["textHash"] = text,
            ["place"] = "Andong",
            ["on"] = Today,
            ["localGovernment"] = new JsonObject { ["name"] = "Lee", ["office"] = "Governor" },
            ["counterparty"] = new JsonObject { ["name"] = "Mba", ["office"] = "Maire" },
        })).Expect(200);
        (await association.Office.PostAsync($"/api/mous/{id}/actions/record-signatures", new JsonObject { ["textHash"] = text, ["signedOn"] = Today })).Expect(200);
        return id;
    }

    private async Task<Answer> PostAsync(string id, byte[] content, string type, string language = "en")
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await association.Office.SendAsync(
            HttpMethod.Post, $"/api/mous/{id}/originals/counterparty/scans", body, ("Idempotency-Key", ApiCaller.NewKey()), ("Accept-Language", language));
    }

    private async Task<Answer> SendAsync(string id, byte[] content, string name, string type)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/office/mous/{id}/scans")
        {
            Content = new MultipartFormDataContent { { new StringContent(ApiCaller.NewKey()), "key" }, { new StringContent("counterparty"), "of" }, { file, "file", name } },
        };
        return await association.Officer.SendAsync(request);
    }

    private static string Extension(string type) => type switch { "application/pdf" => ".pdf", "image/png" => ".png", "image/jpeg" => ".jpg", _ => ".tiff" };

    private static byte[] Pdf(string more = "<<>>", string trailer = "") => Pdf(Encoding.Latin1.GetBytes(more), trailer);

    private static byte[] Pdf(byte[] more, string trailer = "")
    {
        byte[] body = [.. "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj"u8, .. more, .. "endobj\n"u8];
        return [.. body, .. Encoding.ASCII.GetBytes($"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 5/Root 1 0 R{trailer}>>\nstartxref\n{body.Length}\n%%EOF\n")];
    }

    /// <summary>Objects as newer programs pack them, 80 MB of blanks in less than 100 KB.</summary>
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 80; i++) zlib.Write(Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray());
        return [.. Encoding.ASCII.GetBytes($"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {packed.Length}>>stream\r\n"), .. packed.ToArray(), .. "\r\nendstream"u8];
    }

    private static byte[] Png(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var line = new MemoryStream();
        using (var zlib = new ZLibStream(line, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write([0, 0x80]);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", line.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }

    private static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0x78, 0xFF, 0xD9,
    ];

    /// <summary>One page of one strip, little-endian: width, height, where the strip is and how long.</summary>
    private static byte[] Tiff(int width, int height)
    {
        var file = new byte[8 + 2 + 4 * 12 + 4 + 1];
        file[0] = file[1] = (byte)'I';
        (file[2], file[4], file[8]) = (42, 8, 4);
        foreach (var (i, (tag, value)) in new[] { (256, width), (257, height), (273, file.Length - 1), (279, 1) }.Index())
        {
            var entry = file.AsSpan(10 + i * 12);
            BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], 4);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], 1);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], value);
        }

        return file;
    }

    private static byte[] Damaged(byte[] file)
    {
        file[file.Length / 2] ^= 1;
        return file;
    }
}
