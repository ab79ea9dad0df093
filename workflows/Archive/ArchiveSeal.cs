using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>
/// The SHA-256 of a whole archive, as the ZIP file's comment, which stands at its very end: any byte that is missing or
/// another is found out before anything of the file is believed. It keeps accidents away, not forgers: whoever must know
/// that nobody made another archive compares the SHA-256 that the export printed.
/// </summary>
internal static class ArchiveSeal
{
    private const string Prefix = "LocalDiplomacy archive sha256:";
    private const int HashLength = 64;

    /// <summary>What the seal takes the place of.</summary>
    public static string Blank { get; } = Prefix + new string('0', HashLength);

    /// <returns>The hash, by which the archive is known.</returns>
    public static async Task<string> PutAsync(FileStream file, CancellationToken cancel)
    {
        var hash = await HashAsync(file, cancel).ConfigureAwait(false);
        file.Position = file.Length - HashLength;
        await file.WriteAsync(Encoding.ASCII.GetBytes(hash), cancel).ConfigureAwait(false);
        return hash;
    }

    /// <returns>The hash; null where the file is not what was sealed.</returns>
    public static async Task<string?> CheckAsync(FileStream file, CancellationToken cancel)
    {
        if (file.Length < Blank.Length) return null;
        var seal = new byte[Blank.Length];
        file.Position = file.Length - seal.Length;
        await file.ReadExactlyAsync(seal, cancel).ConfigureAwait(false);
        var hash = await HashAsync(file, cancel).ConfigureAwait(false);
        return Encoding.ASCII.GetString(seal) == Prefix + hash ? hash : null;
    }

    /// <summary>Of everything before the hash itself.</summary>
    private static async Task<string> HashAsync(FileStream file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        file.Position = 0;
        for (var left = file.Length - HashLength; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancel).ConfigureAwait(false);
            if (read == 0) throw new EndOfStreamException("The file became shorter while it was read.");
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
