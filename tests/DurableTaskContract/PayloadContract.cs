using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Values come back as they were sent, whatever their size and letters.</summary>
public abstract class PayloadContract(IEngines engines) : Contract(engines)
{
    [Theory]
    [Holds(Rule.Payloads)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(32_766)]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(65_536)]
    [InlineData(1_048_576)]
    [InlineData(4_194_304)]
    public async Task A_text_of_any_size_goes_through_input_activity_event_and_output(int length)
    {
        // Quotation marks of JSON make it two longer than this.
        var text = new string('x', Math.Max(1, length - 2));
        await using var hub = await StartAsync(Copiers);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Copy", text);

        await hub.Client.RaiseEventAsync(id, "E", text);

        var done = await hub.CompletionAsync(id);
        Assert.Null(done.FailureDetails);
        Assert.True(text == done.ReadInputAs<string>(), "The input differs.");
        Assert.True(text == done.ReadOutputAs<string>(), "The output differs.");
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task Four_mebibytes_outlive_the_worker()
    {
        var text = string.Concat(Enumerable.Repeat("한글 ", 500_000));
        await using var hub = await StartAsync(Copiers);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Copy", text);
        await hub.SaysAsync(id, "copied");

        await hub.RestartAsync();
        await hub.Client.RaiseEventAsync(id, "E", text);

        Assert.True(text == (await hub.CompletionAsync(id)).ReadOutputAs<string>(), "The output differs.");
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task Letters_of_every_plane_of_Unicode_come_back()
    {
        var text = new StringBuilder();
        for (var plane = 0; plane <= 16; plane++)
        {
            foreach (var offset in new[] { 0x0021, 0x00E9, 0x1100, 0xAC00, 0xF8FF, 0xFFFD, 0xFFFE, 0xFFFF })
                text.Append(new Rune((plane << 16) + offset));
        }

        await using var hub = await StartAsync(Copiers);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Copy", text.ToString(), new StartOrchestrationOptions
        {
            Tags = new Dictionary<string, string> { ["letters"] = text.ToString() },
        });

        await hub.Client.RaiseEventAsync(id, "E", text.ToString());

        var done = await hub.CompletionAsync(id);
        Assert.Equal(text.ToString(), done.ReadOutputAs<string>());
        Assert.Equal(text.ToString(), done.Tags["letters"]);
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task Control_characters_quotes_and_nulls_come_back()
    {
        var text = string.Concat(Enumerable.Range(0, 0xA0).Select(code => (char)code)) + "\"'<>&\\/\u2028\u2029\uFEFF";
        await using var hub = await StartAsync(Copiers);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Copy", text);

        await hub.Client.RaiseEventAsync(id, "E", text);

        Assert.Equal(text, (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task Numbers_times_bytes_and_nested_records_come_back()
    {
        var letter = new Letter(
            long.MaxValue, 0.1m, double.Epsilon, new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.FromHours(9)), [0, 255, 127], new Letter(
                -1, -0.0001m, -1.5, default, [], null));
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<Letter, Letter>("Pass", async (context, given) => await context.CallActivityAsync<Letter>("Pass", given))
            .AddActivityFunc<Letter, Letter>("Pass", (_, given) => given));

        var back = await hub.ResultAsync<Letter>("Pass", letter);

        Assert.Equal(JsonSerializer.Serialize(letter), JsonSerializer.Serialize(back));
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task Fields_are_carried_too()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<(int Number, string Word), (string, int)>(
            "Swap", (_, pair) => (pair.Word, pair.Number)));

        Assert.Equal(("seven", 7), await hub.ResultAsync<(string, int)>("Swap", (7, "seven")));
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task Null_stays_null_through_every_hand()
    {
        await using var hub = await StartAsync(Copiers);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Copy", null, new StartOrchestrationOptions());

        await hub.Client.RaiseEventAsync(id, "E", null);

        var done = await hub.CompletionAsync(id);
        Assert.Equal((null, null), (done.SerializedInput, done.SerializedOutput));
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task A_long_failure_comes_back_whole()
    {
        var message = new string('가', 100_000);
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Careless", async context => await context.CallActivityAsync("Bad"))
            .AddActivityFunc("Bad", _ => throw new IOException(message)));

        Assert.Equal(message, (await hub.RunAsync("Careless")).FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Theory]
    [Holds(Rule.Payloads)]
    [InlineData("a/b#c?d\\e")]
    [InlineData("협약 2031–17호")]
    [InlineData("'quoted' %20 & <more>")]
    [InlineData("UPPER and lower")]
    public async Task An_id_may_have_any_letters(string id)
    {
        await using var hub = await StartAsync(Copiers);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Copy", "x", new StartOrchestrationOptions(id));

        await hub.Client.RaiseEventAsync(id, "E", "x");

        Assert.Equal(id, (await hub.CompletionAsync(id)).InstanceId);
        Assert.Equal([id], (await hub.Client.ListInstanceIdsAsync()).Values);
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task A_workers_own_converter_writes_and_reads_all_values()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        await using var hub = await StartAsync(Copiers, hub => hub.Worker.DataConverter = new JsonDataConverter(options));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("CopyCage", new Cage(new Animal.Cat("Mia")));

        var done = await hub.CompletionAsync(id);

        Assert.Contains("\"inside\"", done.SerializedInput, StringComparison.Ordinal);
        Assert.Equal(new Cage(new Animal.Cat("Mia")), done.ReadOutputAs<Cage>());
    }

    [Fact]
    [Holds(Rule.PolymorphicPayloads)]
    public async Task A_polymorphic_record_that_is_wrapped_keeps_its_discriminator_everywhere()
    {
        await using var hub = await StartAsync(Copiers);

        var done = await hub.RunAsync("CopyCage", new Cage(new Animal.Cat("Mia")));

        Assert.Equal(new Cage(new Animal.Cat("Mia")), done.ReadOutputAs<Cage>());
        Assert.Contains("\"$type\":\"cat\"", done.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.PolymorphicPayloads)]
    public async Task A_list_of_a_polymorphic_base_keeps_the_discriminators()
    {
        await using var hub = await StartAsync(Copiers);

        var done = await hub.RunAsync("CopyAnimals", new List<Animal> { new Animal.Cat("Mia"), new Animal.Dog(3) });

        Assert.Equal([new Animal.Cat("Mia"), new Animal.Dog(3)], done.ReadOutputAs<List<Animal>>()!);
    }

    [Fact]
    [Holds(Rule.PolymorphicPayloads)]
    public async Task A_polymorphic_input_sent_as_itself_cannot_be_read_as_its_base()
    {
        await using var hub = await StartAsync(Copiers);

        var done = await hub.RunAsync("CopyAnimal", new Animal.Cat("Mia"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.DoesNotContain("$type", done.SerializedInput, StringComparison.Ordinal);
    }

    private static void Copiers(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string?, string?>("Copy", async (context, text) =>
        {
            var copy = await context.CallActivityAsync<string?>("Echo", text);
            context.SetCustomStatus("copied");
            var raised = await context.WaitForExternalEvent<string?>("E");
            if (raised != text) throw new InvalidOperationException("The event differs.");
            return copy;
        })
        .AddActivityFunc<string?, string?>("Echo", (_, text) => text)
        .AddOrchestratorFunc<Cage, Cage>("CopyCage", async (context, cage) => await context.CallActivityAsync<Cage>("EchoCage", cage))
        .AddActivityFunc<Cage, Cage>("EchoCage", (_, cage) => cage)
        .AddOrchestratorFunc<List<Animal>, List<Animal>>("CopyAnimals", (_, animals) => animals)
        .AddOrchestratorFunc<Animal, Animal>("CopyAnimal", (_, animal) => animal);

    private sealed record Letter(long Number, decimal Sum, double Share, DateTimeOffset At, byte[] Seal, Letter? Inside);

    [JsonPolymorphic]
    [JsonDerivedType(typeof(Cat), "cat")]
    [JsonDerivedType(typeof(Dog), "dog")]
    private abstract record Animal
    {
        internal sealed record Cat(string Name) : Animal;

        internal sealed record Dog(int Age) : Animal;
    }

    private sealed record Cage(Animal Inside);
}
