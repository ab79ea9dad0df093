using LocalDiplomacy.EmbeddedHost;
using Microsoft.Azure.Functions.Worker.Builder;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class SettingsTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public void Everything_the_application_reads_has_a_default()
    {
        var settings = Build().Configuration;

        Assert.Equal($"DurableFile={Path.Combine(_surroundings.Folder, ".data", "store.db")}", settings["AzureWebJobsStorage"]);
        Assert.Equal("http://127.0.0.1:7071", settings["PUBLIC_URL"]);
        Assert.Equal("http://127.0.0.1:7071/mailbox/api", settings["SENDGRID_HOST"]);
        Assert.StartsWith("SG.mailbox.", settings["SENDGRID_API_KEY"], StringComparison.Ordinal);
        Assert.Equal("mou@localdiplomacy.example", settings["MAIL_FROM"]);
        Assert.Equal("true", settings["SAMPLE_ASSOCIATION"]);
        Assert.Null(settings["FIRST_ADMINISTRATOR"]);
    }

    [Fact]
    public void The_command_line_goes_before_the_environment_before_local_settings()
    {
        _surroundings.Write("local.settings.json", """
            {
              // As the Functions tools write it.
              "IsEncrypted": false,
              "Values": { "MAIL_FROM": "file@a.example", "PUBLIC_URL": "https://file.example", "FIRST_ADMINISTRATOR": "file@a.example", "Deadlines__Review": "7" },
              "Host": { "LocalHttpPort": 7080 },
            }
            """);
        _surroundings.Environment["PUBLIC_URL"] = "https://environment.example";
        _surroundings.Environment["FIRST_ADMINISTRATOR"] = "environment@a.example";

        var settings = Build("--administrator", "line@a.example").Configuration;

        Assert.Equal("file@a.example", settings["MAIL_FROM"]);
        Assert.Equal("https://environment.example", settings["PUBLIC_URL"]);
        Assert.Equal("line@a.example", settings["FIRST_ADMINISTRATOR"]);
        Assert.Equal("7", settings["Deadlines:Review"]);
        Assert.Equal("http://127.0.0.1:7080/mailbox/api", settings["SENDGRID_HOST"]);
    }

    [Theory]
    [InlineData(null, "LocalDiplomacy")]
    [InlineData("Pilot2", "Pilot2")]
    public void A_hubs_name_may_be_a_setting(string? set, string hub)
    {
        _surroundings.Environment["TASKHUB_NAME"] = set;
        _surroundings.Write("host.json", """{ "extensions": { "durableTask": { "hubName": "%TASKHUB_NAME%" } } }""");

        Assert.Equal(hub, new LocalDiplomacy.EmbeddedHost.Settings.HostSettings(LocalDiplomacy.EmbeddedHost.Settings.CommandLine.Parse([]), _surroundings.Surroundings()).HostJson.HubName);
    }

    [Fact]
    public void A_store_by_identity_is_refused_and_not_passed_over_for_a_file()
    {
        _surroundings.Environment["AzureWebJobsStorage__accountName"] = "stld7";

        Assert.StartsWith("AzureWebJobsStorage__accountName is set", Assert.Throws<StartupFaultException>(() => Build()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_turns_the_mailbox_off()
    {
        _surroundings.Environment["SENDGRID_API_KEY"] = "SG.real";

        var settings = Build().Configuration;

        Assert.Equal("SG.real", settings["SENDGRID_API_KEY"]);
        Assert.Null(settings["SENDGRID_HOST"]);
    }

    [Fact]
    public void Port_0_is_a_free_port_before_the_start()
    {
        var settings = Build("--urls=http://127.0.0.1:0").Configuration;

        var port = new Uri(settings["PUBLIC_URL"]!).Port;
        Assert.NotEqual(0, port);
        Assert.Equal($"http://127.0.0.1:{port}", settings["URLS"]);
    }

    [Fact]
    public void Whoever_listens_everywhere_reaches_itself_on_loopback() =>
        Assert.Equal("http://127.0.0.1:8080/mailbox/api", Build("--urls", "http://0.0.0.0:8080").Configuration["SENDGRID_HOST"]);

    [Fact]
    public void The_data_folder_stands_where_it_is_told_from_here() =>
        Assert.Equal(
            $"DurableFile={Path.Combine(_surroundings.Folder, "elsewhere", "store.db")}",
            Build("--data", "elsewhere").Configuration["AzureWebJobsStorage"]);

    [Fact]
    public void A_commands_own_options_are_left_to_it_and_the_hosts_are_taken_anywhere()
    {
        var line = LocalDiplomacy.EmbeddedHost.Settings.CommandLine.Parse(["seed", "--mous", "5", "--data", "elsewhere", "--add"]);

        Assert.Equal(["seed", "--mous", "5", "--add"], line.Command);
        Assert.Equal("elsewhere", line.Data);
    }

    [Theory]
    [InlineData("Unknown option '--port'. --help lists the options.", "--port", "80")]
    [InlineData("Unknown option '-x'. --help lists the options.", "export", "-x")]
    [InlineData("Option '--data' needs a value. --help lists the options.", "--data")]
    [InlineData("Option '--data' needs a value. --help lists the options.", "--data", "--demo")]
    [InlineData("Option '--demo' takes no value.", "--demo=yes")]
    [InlineData("'7071' is no address to listen on; one looks like http://127.0.0.1:7071.", "--urls", "7071")]
    [InlineData("'http://127.0.0.1:80x' is no address to listen on; one looks like http://127.0.0.1:7071.", "--urls", "http://127.0.0.1:80x")]
    [InlineData("--urls takes http addresses, not 'https://a:1': put a reverse proxy with the certificate in front.", "--urls", "https://a:1")]
    [InlineData("'clerk' is no mail address: --administrator takes one such as clerk@province.example.", "--administrator", "clerk")]
    public void A_wrong_option_is_one_line(string line, params string[] arguments)
    {
        var fault = Assert.Throws<StartupFaultException>(() => Build(arguments));

        Assert.Equal(line, fault.Message);
        Assert.Equal(2, fault.ExitCode);
    }

    [Fact]
    public void An_empty_start_without_anyone_to_ask_names_the_option()
    {
        var fault = Assert.Throws<StartupFaultException>(() => Build("--no-sample").Build());

        Assert.Equal("An empty start needs its first administrator: give --administrator ADDRESS, or set FIRST_ADMINISTRATOR.", fault.Message);
        Assert.Equal(2, fault.ExitCode);
    }

    [Fact]
    public void An_empty_start_asks_until_it_has_an_address()
    {
        _surroundings.Interactive = true;
        _surroundings.Input = "nobody\nclerk@province.example\n";
        var builder = Build("--no-sample");

        builder.Build().Dispose();

        Assert.Equal("clerk@province.example", builder.Configuration["FIRST_ADMINISTRATOR"]);
        Assert.Contains("no mail address", _surroundings.Out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_there_already_has_its_administrator()
    {
        _surroundings.Write(".data/store.db", "");

        Build("--no-sample").Build().Dispose();

        Assert.Null(_surroundings.ExitCode);
    }

    [Theory]
    [InlineData("--help", "--no-sample")]
    [InlineData("--version", "LocalDiplomacy ")]
    public void Help_and_version_are_printed(string option, string part)
    {
        Build(option);

        Assert.Contains(part, _surroundings.Out.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _surroundings.ExitCode);
    }

    [Fact]
    public void Host_json_that_does_not_parse_is_one_line()
    {
        _surroundings.Write("host.json", "{");

        Assert.StartsWith(
            Path.Combine(_surroundings.Folder, "host.json") + " is not valid: ",
            Assert.Throws<StartupFaultException>(() => Build()).Message,
            StringComparison.Ordinal);
    }

    private FunctionsApplicationBuilder Build(params string[] arguments) => RunningHost.Builder(_surroundings, arguments, []);
}
