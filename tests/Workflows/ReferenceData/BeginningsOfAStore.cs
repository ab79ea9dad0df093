using Azure;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

public sealed class BeginningsOfAStore
{
    [Fact]
    public async Task An_empty_store_gets_the_tables_and_the_sample_association()
    {
        await using var association = new Association();
        await association.LoadBeginningsAsync();
        var reference = association.Get<ReferenceTables>();

        Assert.Equal(248, (await reference.LocalGovernmentsAsync()).Count);
        Assert.Equal(114, (await reference.MissionsAsync()).Count);
        Assert.Equal(new EmailAddress("review@gabon.example"), (await reference.FindMissionAsync(new("GA")))!.Contact);
        Assert.Null((await reference.FindMissionAsync(new("FR")))!.Contact);
        Assert.NotNull(await reference.FindLocalGovernmentAsync(new("47-안동시")));
        Assert.Null(await reference.FindLocalGovernmentAsync(new("분당구")));
        Assert.Equal(PersonRole.Administrator, (await association.Get<PersonRegister>().FindAsync(new EmailAddress("desk@garok.example"), default))!.Role);
    }

    [Fact]
    public async Task Without_the_sample_it_begins_with_the_first_administrator_alone()
    {
        await using var association = new Association(new() { ["FIRST_ADMINISTRATOR"] = "first@garok.example" }, sample: false);
        await association.LoadBeginningsAsync();
        await association.LoadBeginningsAsync();

        var people = await association.Get<PersonRegister>().OfOfficeAsync(null, default);

        Assert.Equal(new EmailAddress("first@garok.example"), Assert.Single(people).Address);
        Assert.Null((await association.Get<ReferenceTables>().FindMissionAsync(new("GA")))!.Contact);
    }

    [Fact]
    public async Task It_can_begin_with_two_administrators()
    {
        await using var association = new Association(new() { ["FIRST_ADMINISTRATOR"] = "first@garok.example, second@garok.example" }, sample: false);
        await association.LoadBeginningsAsync();

        Assert.Equal(["first@garok.example", "second@garok.example"], (await association.Get<PersonRegister>().OfOfficeAsync(null, default)).Select(person => person.Address.Value).Order());
    }

    [Fact]
    public async Task A_store_that_is_older_than_the_log_gets_what_it_lacks_and_keeps_what_it_has()
    {
        await using var association = new Association();
        var table = await association.Get<LocalDiplomacy.Workflows.Storage.Tables>().OpenAsync(LocalDiplomacy.Workflows.Storage.Tables.LocalGovernments, default);
        await table.AddEntityAsync(new Azure.Data.Tables.TableEntity("beginnings", "loaded"));
        await table.AddEntityAsync(new Azure.Data.Tables.TableEntity("rows", "47")
        {
            ["Json0"] = """{"id":"47","level":1,"name":{"ko":"경상북도","en":"Gyeongbuk"},"validFrom":null,"validTo":null}""",
        });

        await association.LoadBeginningsAsync();

        var there = await association.Get<ReferenceDesk>().FindAsync(new LocalGovernmentId("47"));
        Assert.Equal(("Gyeongbuk", 1), (there!.Row.Name.In(Language.English), there.Version));
        Assert.Equal(248, (await association.Get<ReferenceDesk>().LocalGovernmentsAsync()).Count);
    }

    [Fact]
    public async Task A_load_that_was_cut_off_begins_again_and_a_finished_one_never()
    {
        await using var association = new Association();
        var transactions = 0;
        association.Tables.BeforeTransaction = table =>
            table == LocalDiplomacy.Workflows.Storage.Tables.LocalGovernments && ++transactions == 2 ? throw new RequestFailedException(503, "away") : Task.CompletedTask;
        await Assert.ThrowsAsync<RequestFailedException>(association.LoadBeginningsAsync);

        await association.LoadBeginningsAsync();
        Assert.Equal(248, (await association.Get<ReferenceTables>().LocalGovernmentsAsync()).Count);

        var before = transactions;
        await association.LoadBeginningsAsync();
        Assert.Equal(before, transactions);
    }
}
