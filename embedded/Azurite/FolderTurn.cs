using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Azurite;

/// <summary>One process at a time in a folder, by a lock that the operating system releases however the process ends.</summary>
internal static class FolderTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task<IDisposable> TakeAsync(string folder, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"localdiplomacy-npm-{name}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another process installs; it may take a minute.
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }
    }
}
