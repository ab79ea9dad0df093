using System.IO.Compression;
using System.Text;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>
/// Every name in a PDF's objects (ISO 32000-1, 7.3.5), with its escapes undone. Objects that are packed into a stream are
/// unpacked and read too; pictures and fonts are passed over.
/// </summary>
internal sealed class PdfNames
{
    /// <summary>Of all packed objects together: a small file must not unpack into a large one.</summary>
    private const int MostUnpacked = 64 * 1024 * 1024;

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private int _unpacked;

    /// <summary>A string, a stream or packed objects do not end, cannot be unpacked, or are packed in a way that scanners do not use.</summary>
    public bool IsBroken { get; private set; }

    public IReadOnlySet<string> All => _all;

    public bool Contains(string name) => _all.Contains(name);

    public static PdfNames In(byte[] content)
    {
        var names = new PdfNames();
        names.Read(content, hasStreams: true);
        return names;
    }

    private void Read(byte[] file, bool hasStreams)
    {
        ReadOnlySpan<byte> content = file;
        // The names of the object that is being read, for its stream.
        var own = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < content.Length;)
            switch (content[at])
            {
                case (byte)'%':
                    at = EndOfLine(content, at);
                    break;
                case (byte)'(':
                    at = EndOfString(content, at);
                    break;
                case (byte)'/':
                    at = TakeName(content, at + 1, own);
                    break;
                case (byte)'s' when hasStreams && content[at..].StartsWith("stream"u8):
                    at = PassStream(file, at + "stream".Length, own);
                    own.Clear();
                    break;
                case (byte)'e' when content[at..].StartsWith("endobj"u8):
                    own.Clear();
                    at += "endobj".Length;
                    break;
                default:
                    at++;
                    break;
            }
    }

    private static int EndOfLine(ReadOnlySpan<byte> content, int at) => content[at..].IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var length ? at + length : content.Length;

    private int EndOfString(ReadOnlySpan<byte> content, int at)
    {
        var depth = 0;
        for (; at < content.Length; at++)
            if (content[at] == (byte)'\\') at++;
            else if (content[at] == (byte)'(') depth++;
            else if (content[at] == (byte)')' && --depth == 0) return at + 1;
        IsBroken = true;
        return at;
    }

    private int TakeName(ReadOnlySpan<byte> content, int at, HashSet<string> own)
    {
        var name = new StringBuilder();
        for (; at < content.Length && IsRegular(content[at]); at++)
            if (content[at] == (byte)'#' && at + 2 < content.Length && IsHex(content[at + 1]) && IsHex(content[at + 2]))
            {
                name.Append((char)Convert.FromHexString(Encoding.ASCII.GetString(content.Slice(at + 1, 2)))[0]);
                at += 2;
            }
            else name.Append((char)content[at]);
        _all.Add(name.ToString());
        own.Add(name.ToString());
        return at;
    }

    private int PassStream(byte[] file, int at, HashSet<string> own)
    {
        var length = file.AsSpan(at).IndexOf("endstream"u8);
        IsBroken |= length < 0;
        var end = length < 0 ? file.Length : at + length;
        if (own.Contains("ObjStm")) Unpack(file, at + EndOfLineAt(file.AsSpan(at)), end, own);
        return end + (length < 0 ? 0 : "endstream".Length);
    }

    private static int EndOfLineAt(ReadOnlySpan<byte> stream) => stream.StartsWith("\r\n"u8) ? 2 : stream.StartsWith("\n"u8) || stream.StartsWith("\r"u8) ? 1 : 0;

    private void Unpack(byte[] file, int start, int end, HashSet<string> own)
    {
        var filters = own.Where(name => name.EndsWith("Decode", StringComparison.Ordinal)).ToList();
        if (start > end) IsBroken = true;
        else if (filters.Count == 0) Read(file[start..end], hasStreams: false);
        else if (filters is ["FlateDecode"]) Read(Inflate(file, start), hasStreams: false);
        else IsBroken = true;
    }

    /// <summary>To where the packing itself ends: the word that ends a stream may stand within it.</summary>
    private byte[] Inflate(byte[] file, int start)
    {
        using var inflate = new ZLibStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
        using var objects = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; _unpacked <= MostUnpacked && (read = inflate.Read(buffer)) > 0; _unpacked += read) objects.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            IsBroken = true;
        }

        IsBroken |= _unpacked > MostUnpacked;
        return IsBroken ? [] : objects.ToArray();
    }

    private static bool IsRegular(byte one) => one > 0x20 && one is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');

    private static bool IsHex(byte one) => char.IsAsciiHexDigit((char)one);
}
