using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>Version 5 UUIDs (RFC 9562): the same name gives the same value, so a replay gives what the first run gave.</summary>
internal static class NameBasedGuid
{
    private static readonly Guid Namespace = new("9e952958-5e33-4daf-827f-2fa12937b875");

    internal static Guid Create(string instanceId, DateTime now, int counter) =>
        Create(string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{now:o}_{counter}"));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The format prescribes SHA-1; nothing is kept secret by it.")]
    private static Guid Create(string name)
    {
        Span<byte> text = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(text, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, text[16..]);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(text, hash);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
