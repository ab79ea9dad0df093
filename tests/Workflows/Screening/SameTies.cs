using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Screening;

/// <summary>Whether an office has the same tie already, found in its list.</summary>
public sealed class SameTies : IAsyncLifetime
{
    private readonly Association _association = new();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_tie_in_effect_with_the_same_counterparty_is_found_and_one_that_is_only_drafted_is_not()
    {
        var draft = await _association.BeginAsync();
        Assert.False(await HasSameAsync(draft));

        var bound = await _association.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns);
        await _association.Get<CaseLists>().WriteAsync(bound, CancellationToken.None);

        Assert.Equal(StageName.InEffect, bound.Stage.Name);
        Assert.True(await HasSameAsync(draft));
        Assert.False(await HasSameAsync(bound));
        Assert.False(await HasSameAsync(draft with { Particulars = draft.Particulars with { Kind = MouKind.Sisterhood } }));
        Assert.False(await HasSameAsync(draft with { Particulars = draft.Particulars with { Counterparty = draft.Particulars.Counterparty with { Country = "DO" } } }));
    }

    [Fact]
    public async Task A_tie_of_before_is_found_in_the_register_as_long_as_it_is_the_same_place_and_office()
    {
        var file = "kind,place,counterparty,country,date,fields\n우호협력,경상북도,Libreville,GA,2001-05-04,\n";
        Assert.IsType<RegisterImportResult.Read>(await _association.Get<RegisterImport>().RunAsync(Encoding.UTF8.GetBytes(file), true, "List of the association", new("p9", "Lee Seo-yeon")));
        _association.Clock.Advance(TimeSpan.FromSeconds(2));
        var draft = await _association.BeginAsync();
        var city = draft.Particulars.Counterparty with { Place = LocalizedText.Of((Language.French, "Libreville")) };

        Assert.True(await HasSameAsync(draft with { Particulars = draft.Particulars with { Counterparty = city } }));
        Assert.False(await HasSameAsync(draft with { Particulars = draft.Particulars with { Counterparty = city with { Country = "CG" } } }));
        Assert.False(await HasSameAsync(draft with { Office = new("26"), Particulars = draft.Particulars with { Counterparty = city } }));
    }

    [Theory]
    [InlineData("VILLE DE LIBREVILLE", true)]
    [InlineData("Ville de Libréville", true)]
    [InlineData("Ville de Port-Gentil", false)]
    public void Names_are_compared_without_case_and_accents(string name, bool same) => Assert.Equal(
        same, TiesInEffect.IsSame(Sample.Friendship.Counterparty, Sample.Friendship.Counterparty with { Name = LocalizedText.Of((Language.English, name)) }));

    private Task<bool> HasSameAsync(Mou mou) => _association.Get<TiesInEffect>().HasSameAsync(mou);
}
