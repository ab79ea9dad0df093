using System.Reflection;
using LocalDiplomacy.EmbeddedHost.Settings;

namespace LocalDiplomacy.EmbeddedHost.Startup;

/// <summary>--help and --version.</summary>
internal static class Information
{
    public static string Version { get; } =
        typeof(Information).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void AnswerAndExit(CommandLine commandLine, Surroundings surroundings)
    {
        if (!commandLine.Help && !commandLine.Version)
            return;
        surroundings.Out.WriteLine(commandLine.Help ? HelpText.Text : $"LocalDiplomacy {Version}");
        surroundings.Out.Flush();
        surroundings.Exit(0);
    }
}
