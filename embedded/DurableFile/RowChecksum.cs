using System.Buffers.Binary;
using System.Numerics;

namespace LocalDiplomacy.DurableFile;

/// <summary>CRC-32C over a row's columns, each with its length: kept beside the row, so that what the disk gives back otherwise than it
/// was written is noticed whatever it is.</summary>
internal static class RowChecksum
{
    /// <param name="owner">The table or container.</param>
    /// <param name="first">Of an entity the partition key, of a blob its name.</param>
    /// <param name="second">Of an entity the row key, of a blob its properties.</param>
    /// <param name="stamp">Of the version.</param>
    /// <param name="content">The body or the content.</param>
    public static long Of(long owner, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, long stamp, ReadOnlySpan<byte> content)
    {
        var sum = BitOperations.Crc32C(uint.MaxValue, (ulong)owner);
        sum = BitOperations.Crc32C(sum, (ulong)stamp);
        return Add(Add(Add(sum, first), second), content);
    }

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        sum = BitOperations.Crc32C(sum, (ulong)bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes)
            sum = BitOperations.Crc32C(sum, one);
        return sum;
    }
}
