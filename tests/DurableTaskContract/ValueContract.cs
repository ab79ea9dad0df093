using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Names, versions and the small records of the API. They need no engine.</summary>
public abstract class ValueContract
{
    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(TaskName), nameof(TaskName.ToString), nameof(Equals), nameof(GetHashCode))]
    public void Task_names_are_equal_whatever_their_case()
    {
        TaskName name = "Greet";
        string text = name;

        Assert.True(name == new TaskName("GREET") && !(name != "greet") && name.Equals(new TaskName("greet")));
        Assert.True(name.Equals((object)new TaskName("gREET")) && !name.Equals((object)"Greet"));
        Assert.Equal(new TaskName("GREET").GetHashCode(), name.GetHashCode());
        Assert.Equal(("Greet", "Greet", "Greet", ""), (text, name.Name, name.ToString(), VersionOf(name)));
        Assert.Equal(default, (TaskName)"");
    }

    [Fact]
    [Holds(Rule.Surface, Rule.Versions)]
    [Covers(typeof(TaskVersion), nameof(Equals), nameof(GetHashCode))]
    public void Task_versions_are_equal_whatever_their_case_and_empty_is_none()
    {
        TaskVersion version = "1.0-Beta";
        string text = version;

        Assert.True(version == new TaskVersion("1.0-beta") && !(version != "1.0-BETA") && version.Equals(new TaskVersion("1.0-beta")));
        Assert.True(version.Equals((object)new TaskVersion("1.0-beta")) && !version.Equals((object)"1.0-beta"));
        Assert.Equal(new TaskVersion("1.0-BETA").GetHashCode(), version.GetHashCode());
        Assert.Equal("1.0-Beta", text);
        Assert.Equal((TaskVersion.Unversioned, ""), (new TaskVersion(null!), default(TaskVersion).Version));
        Assert.Throws<ArgumentException>(() => new TaskVersion("  "));
    }

    [Theory]
    [Holds(Rule.Versions)]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("1.2", "1.10", -1)]
    [InlineData("2.0", "1.99", 1)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", "", 1)]
    [InlineData("", " ", 0)]
    [InlineData("alpha", "Beta", -1)]
    [InlineData("BETA", "beta", 0)]
    public void Versions_are_compared_as_numbers_where_they_are_numbers(string one, string other, int expected) =>
        Assert.Equal(expected, Math.Sign(TaskOrchestrationVersioningUtils.CompareVersions(one, other)));

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(OrchestrationRuntimeStatus), "Running", "Completed", "ContinuedAsNew", "Failed", "Canceled", "Terminated", "Pending", "Suspended")]
    [Covers(typeof(OrchestrationQuery), nameof(OrchestrationQuery.DefaultPageSize))]
    public void Statuses_have_the_numbers_that_are_stored_elsewhere()
    {
        var numbers = Enum.GetValues<OrchestrationRuntimeStatus>().ToDictionary(status => status.ToString(), status => (int)status);

        Assert.Equal(
            "Running=0 Completed=1 ContinuedAsNew=2 Failed=3 Canceled=4 Terminated=5 Pending=6 Suspended=7",
            string.Join(' ', numbers.OrderBy(pair => pair.Value).Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Equal(7, StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Count);
        Assert.Equal(100, OrchestrationQuery.DefaultPageSize);
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(ParentOrchestrationInstance), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void A_parent_is_a_value()
    {
        var parent = new ParentOrchestrationInstance("Parent", "p");
        var (name, id) = parent;

        Assert.Equal(("Parent", "p"), (name.Name, id));
        Assert.True(parent == new ParentOrchestrationInstance("PARENT", "p") && parent != (parent with { InstanceId = "q", Name = "Other" }));
        Assert.True(parent.Equals(parent with { }) && parent.Equals((object)(parent with { })));
        Assert.Equal((parent with { }).GetHashCode(), parent.GetHashCode());
        Assert.Contains("InstanceId = p", parent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(StartOrchestrationOptions), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void Start_options_are_values()
    {
        var tags = new Dictionary<string, string>();
        var options = new StartOrchestrationOptions("it", DateTimeOffset.UnixEpoch) { Tags = tags, Version = "1.0" };
        var named = options.WithDedupeStatuses(OrchestrationRuntimeStatus.Failed);

        Assert.Equal(("it", DateTimeOffset.UnixEpoch, tags, "1.0"), (options.InstanceId, options.StartAt, options.Tags, options.Version?.Version));
        Assert.Equal(["Failed"], named.DedupeStatuses!);
        Assert.Null(options.DedupeStatuses);
        Assert.True(named != options && options == (options with { }) && options.Equals((object)(options with { })) && options.Equals(options with { }));
        Assert.NotEqual(options, options with { InstanceId = "other", StartAt = null, DedupeStatuses = [] });
        Assert.Equal((options with { }).GetHashCode(), options.GetHashCode());
        Assert.Contains("InstanceId = it", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(OrchestrationQuery), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void A_query_is_a_value()
    {
        var query = new OrchestrationQuery(
            DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, [OrchestrationRuntimeStatus.Failed], ["hub"], "mou", 5, true, "token");
        var (from, to, statuses, hubs, prefix, size, withData, token) = query;

        Assert.Equal((query.CreatedFrom, query.CreatedTo, query.InstanceIdPrefix, query.PageSize), (from, to, prefix, size));
        Assert.Equal((query.Statuses, query.TaskHubNames, query.FetchInputsAndOutputs, query.ContinuationToken), (statuses, hubs, withData, token));
        Assert.True(query == (query with { }) && query != new OrchestrationQuery { CreatedFrom = from, CreatedTo = to, Statuses = statuses, TaskHubNames = hubs, InstanceIdPrefix = prefix });
        Assert.True(query.Equals(query with { }) && query.Equals((object)(query with { })));
        Assert.Equal((query with { }).GetHashCode(), query.GetHashCode());
        Assert.Contains("PageSize = 5", query.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(PurgeInstancesFilter), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    [Covers(typeof(PurgeInstanceOptions), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void What_to_purge_is_a_value()
    {
        var filter = new PurgeInstancesFilter { CreatedFrom = DateTimeOffset.UnixEpoch, CreatedTo = null, Statuses = [], Timeout = TimeSpan.FromSeconds(1) };
        var (from, to, statuses) = filter;
        Assert.Equal((filter.CreatedFrom, filter.CreatedTo, filter.Statuses, TimeSpan.FromSeconds(1)), (from, to, statuses, filter.Timeout!.Value));
        Assert.True(filter == (filter with { }) && filter != new PurgeInstancesFilter() && filter.Equals(filter with { }) && filter.Equals((object)(filter with { })));
        Assert.Equal((filter with { }).GetHashCode(), filter.GetHashCode());
        Assert.Contains("Timeout", filter.ToString(), StringComparison.Ordinal);

        var options = new PurgeInstanceOptions { Recursive = true };
        options.Deconstruct(out var recursive);
        Assert.True(recursive && options.Recursive && options == new PurgeInstanceOptions(true) && options != new PurgeInstanceOptions());
        Assert.True(options.Equals(options with { }) && options.Equals((object)(options with { })));
        Assert.Equal((options with { }).GetHashCode(), options.GetHashCode());
        Assert.Contains("Recursive = True", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Surface)]
    public void A_purges_result_counts_and_says_whether_it_is_whole()
    {
        Assert.Equal((3, null), (new PurgeResult(3).PurgedInstanceCount, new PurgeResult(3).IsComplete));
        Assert.Equal((3, false), (new PurgeResult(3, false).PurgedInstanceCount, new PurgeResult(3, false).IsComplete));
        Assert.ThrowsAny<ArgumentException>(() => new PurgeResult(-1));
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(TerminateInstanceOptions), nameof(ToString), nameof(Equals), nameof(GetHashCode))]
    public void Options_of_a_termination_are_values()
    {
        var options = new TerminateInstanceOptions { Output = "over", Recursive = true };
        var (output, recursive) = options;

        Assert.Equal(("over", true, "over", true), (output, recursive, options.Output, options.Recursive));
        Assert.True(options == new TerminateInstanceOptions("over", true) && options != new TerminateInstanceOptions());
        Assert.True(options.Equals(options with { }) && options.Equals((object)(options with { })));
        Assert.Equal((options with { }).GetHashCode(), options.GetHashCode());
        Assert.Contains("Output = over", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(OrchestrationMetadata), nameof(ToString))]
    public void Metadata_reads_its_texts_with_its_converter()
    {
        var metadata = new OrchestrationMetadata("Greet", "it")
        {
            DataConverter = Microsoft.DurableTask.Converters.JsonDataConverter.Default,
            RuntimeStatus = OrchestrationRuntimeStatus.Failed,
            CreatedAt = DateTimeOffset.UnixEpoch,
            LastUpdatedAt = DateTimeOffset.UnixEpoch.AddDays(1),
            SerializedInput = "1",
            SerializedOutput = "\"" + new string('x', 100) + "\"",
            SerializedCustomStatus = "true",
            Tags = new Dictionary<string, string> { ["a"] = "b" },
            FailureDetails = new TaskFailureDetails("E", "M", null, null, null),
        };

        Assert.Equal((1, 100, true), (metadata.ReadInputAs<int>(), metadata.ReadOutputAs<string>()!.Length, metadata.ReadCustomStatusAs<bool>()));
        Assert.Equal((true, false, "b", "E"), (metadata.IsCompleted, metadata.IsRunning, metadata.Tags["a"], metadata.FailureDetails.ErrorType));
        Assert.NotNull(metadata.DataConverter);
        Assert.Equal(
            "[Name: 'Greet', ID: 'it', RuntimeStatus: Failed, CreatedAt: 1970-01-01T00:00:00, LastUpdatedAt: 1970-01-02T00:00:00, Input: '1', "
            + $"Output: '\"{new string('x', 49)}...', FailureDetails: 'E - M']",
            metadata.ToString());
    }

#pragma warning disable CS0618 // Obsolete in the package, and there.
    private static string VersionOf(TaskName name) => name.Version;
#pragma warning restore CS0618
}
