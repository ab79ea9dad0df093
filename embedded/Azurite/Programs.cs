using System.ComponentModel;
using System.Diagnostics;

namespace LocalDiplomacy.Azurite;

internal static class Programs
{
    /// <exception cref="AzuriteException">The program is not on this machine.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw AzuriteException.NoProgram(start.FileName, missing);
        }
    }
}
