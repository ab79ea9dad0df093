using System.Globalization;
using LocalDiplomacy.EmbeddedHost.Settings;
using LocalDiplomacy.EmbeddedHost.Storage;

namespace LocalDiplomacy.EmbeddedHost.Startup;

/// <summary>Where to go, on one screen.</summary>
internal static class StartupScreen
{
    // The people of the sample association that one signs in as first.
    private const string SampleOfficer = "officer@gyeongbuk.example";
    private const string SampleAdministrator = "desk@garok.example";

    public static void Print(Surroundings surroundings, HostSettings settings, StoragePlace storage, TimeSpan took)
    {
        surroundings.Out.WriteLine(Text(settings, storage, took));
        surroundings.Out.Flush();
    }

    public static string Text(HostSettings settings, StoragePlace storage, TimeSpan took)
    {
        var lines = new List<string>
        {
            "",
            string.Create(CultureInfo.InvariantCulture, $"LocalDiplomacy {Information.Version} is up ({took.TotalSeconds:0.0} s)."),
            "",
            Line("Portal", Page(settings, "")),
            Line("Sign in", Page(settings, "sign-in")),
        };
        if (settings.WithSample)
        {
            lines.Add(Line("", $"office         {SampleOfficer}"));
            lines.Add(Line("", $"administrator  {SampleAdministrator}"));
        }

        lines.Add(Line("Dashboard", Page(settings, "desk")));
        lines.Add(settings.OwnMailbox
            ? Line("Mailbox", Page(settings, "mailbox") + "   every mail stays on this machine")
            : Line("Mail", "sent through SendGrid"));
        lines.Add(Line("Data", storage.Description));
        lines.Add("");
        lines.Add("Ctrl+C stops it.");
        return string.Join(Environment.NewLine, lines);
    }

    private static string Page(HostSettings settings, string path) => new Uri(settings.Listen.Reachable, path).ToString();

    private static string Line(string name, string value) => $"  {name,-10} {value}";
}
