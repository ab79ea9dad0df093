using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.Tests.Pieces;

public sealed class NamesOfFields
{
    [Theory]
    [InlineData("clauses[2].body.fr", "Clause 3, Text (French)")]
    [InlineData("clauses[0].heading.ko", "Clause 1, Heading (Korean)")]
    [InlineData("clauses[4]", "Clause 5")]
    [InlineData("clauses", "Clauses")]
    [InlineData("title.es", "Title (Spanish)")]
    [InlineData("title.sw", "Title (Kiswahili)")]
    [InlineData("counterparty.name.fr", "Name of the counterparty (French)")]
    [InlineData("counterparty.name", "Name of the counterparty")]
    [InlineData("languages[1]", "Languages of the text")]
    [InlineData("fields[3]", "Fields of cooperation")]
    [InlineData("localGovernment.address", "Local government’s signer: address")]
    [InlineData("something.else", "something.else")]
    [InlineData("unheard", "unheard")]
    public void Are_what_people_read(string field, string name) => Assert.Equal(name, FieldNames.NameOf(field, Language.English));

    [Theory]
    [InlineData("clauses[2].body.fr", FieldFault.TooLong, "f-clauses-2-body-fr")]
    [InlineData("languages[1]", FieldFault.Unknown, "f-languages")]
    [InlineData("title.es", FieldFault.NotInLanguages, "f-languages")]
    [InlineData("prevailingLanguage", FieldFault.NotInLanguages, "f-prevailingLanguage")]
    [InlineData("textHash", FieldFault.Missing, "content")]
    public void Lead_to_what_is_to_be_mended(string field, FieldFault fault, string id) =>
        Assert.Equal(id, FieldNames.AnchorOf(new(field, fault)));
}
