using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions;

/// <summary>Runs the program, or says line by line which settings keep it from running.</summary>
public static class Startup
{
    private const int SettingsAreWrong = 2;

    /// <returns>The exit code of the process.</returns>
    public static int RunWithCheckedSettings(this IHost host)
    {
        try
        {
            host.Run();
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var line in wrong.Failures)
                Console.Error.WriteLine(line);
            return SettingsAreWrong;
        }
    }
}
