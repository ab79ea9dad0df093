using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Texts;

public sealed class KeepingTexts
{
    [Fact]
    public async Task A_text_is_found_under_its_hash_and_nothing_under_another()
    {
        await using var association = new Association();
        var store = association.Get<TextStore>();
        var text = new MouText([Language.Korean, Language.French], LocalizedText.Of((Language.Korean, "제목"), (Language.French, "Titre")),
            [new(LocalizedText.Of((Language.Korean, "목적"), (Language.French, "But")), LocalizedText.Of((Language.Korean, "가"), (Language.French, "a")))]);

        var hash = await store.SaveAsync(text);

        Assert.Equal(CanonicalText.HashOf(text), hash);
        Assert.Equal(hash, await store.SaveAsync(text));
        Assert.Equal(StoredJson.Of(text), StoredJson.Of((await store.FindAsync(hash))!));
        Assert.Null(await store.FindAsync(new(new string('0', 64))));
    }
}
