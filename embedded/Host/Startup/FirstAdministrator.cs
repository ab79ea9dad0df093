using LocalDiplomacy.EmbeddedHost.Settings;

namespace LocalDiplomacy.EmbeddedHost.Startup;

/// <summary>An empty start needs someone who may sign in.</summary>
internal static class FirstAdministrator
{
    private const int Tries = 3;

    public static void AskWhereNeeded(HostSettings settings, Surroundings surroundings)
    {
        if (settings.Command.Count > 0 || settings.WithSample || settings.Given(HostSettings.Administrator) is not null || !settings.IsNewStore)
            return;
        settings.Give(HostSettings.Administrator, surroundings.Interactive ? Ask(surroundings) : throw Missing());
    }

    private static string Ask(Surroundings surroundings)
    {
        for (var i = 0; i < Tries; i++)
        {
            surroundings.Out.Write("Mail address of the first administrator: ");
            surroundings.Out.Flush();
            var answer = surroundings.In.ReadLine()?.Trim();
            if (HostSettings.IsMailAddress(answer))
                return answer;
            surroundings.Out.WriteLine("That is no mail address; one looks like clerk@province.example.");
        }

        throw Missing();
    }

    private static StartupFaultException Missing() => new(
        "An empty start needs its first administrator: give --administrator ADDRESS, or set FIRST_ADMINISTRATOR.",
        StartupFaultException.Misused);
}
