using LocalDiplomacy.DurableTaskEngine.Recording;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>Instances live for months: whatever a released orchestration has begun, today's must be able to go on with.</summary>
public sealed class ReleasedPathsReplay
{
    public static TheoryData<string> Files => [.. Recordings.Files];

    public static TheoryData<string> Paths => [.. CasePaths.All.Concat(MailPaths.All).Concat(AlertPaths.All).Select(path => path.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void As_they_were_recorded(string file)
    {
        var report = new HistoryReplayer(OrchestrationFunctions.Registry()).Replay(Recordings.Read(file));

        Assert.True(report.IsFaithful, $"{file}: {report} Keep the old way for context.Version {report.Version}, and raise defaultVersion in host.json.");
        Assert.True(report.Turns > 0, $"{file} holds no turn.");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void And_every_path_of_the_present_version_is_recorded(string name)
    {
        var path = CasePaths.All.Concat(MailPaths.All).Concat(AlertPaths.All).Single(one => one.Name == name);
        var missing = path.Record().Where(execution => !Recordings.Exists(execution.Name)).ToList();
        foreach (var (execution, history) in missing) Recordings.Receive(execution, history);

        Assert.True(
            missing.Count == 0,
            $"Version {Recordings.PresentVersion} has no recording of {string.Join(", ", missing.Select(one => one.Name))}. Look at the .received.json in {Recordings.Folder}; where it is right, take \".received\" off its name.");
    }

    [Fact]
    public void And_every_orchestration_has_recordings_of_the_present_version()
    {
        var recorded = Recordings.Files.Where(file => file.StartsWith(Recordings.PresentVersion + "/", StringComparison.Ordinal))
            .Select(file => Recordings.Read(file).Orchestration).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(OrchestrationFunctions.Names.Order(StringComparer.Ordinal), recorded);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void And_a_recording_names_its_version_and_no_machine(string file)
    {
        var history = Recordings.Read(file);

        Assert.Equal(file.Split('/')[0], history.Version);
        Assert.StartsWith(history.Orchestration + ".", file.Split('/')[1], StringComparison.Ordinal);
        Assert.DoesNotContain(".cs", File.ReadAllText(Path.Combine(Recordings.Folder, file)), StringComparison.Ordinal);
    }
}
