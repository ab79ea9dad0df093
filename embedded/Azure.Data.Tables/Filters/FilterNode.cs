using Azure.Data.Tables.Storage;

namespace Azure.Data.Tables.Filters;

/// <summary>A parsed OData filter. A comparison with a property that a row lacks is false, whatever the operator.</summary>
internal abstract record FilterNode
{
    private FilterNode()
    {
    }

    public abstract bool Matches(EntityProperties row);

    internal sealed record Always(bool Truth) : FilterNode
    {
        public override bool Matches(EntityProperties row) => Truth;
    }

    internal sealed record And(FilterNode Left, FilterNode Right) : FilterNode
    {
        public override bool Matches(EntityProperties row) => Left.Matches(row) && Right.Matches(row);
    }

    internal sealed record Or(FilterNode Left, FilterNode Right) : FilterNode
    {
        public override bool Matches(EntityProperties row) => Left.Matches(row) || Right.Matches(row);
    }

    internal sealed record Not(FilterNode Inner) : FilterNode
    {
        public override bool Matches(EntityProperties row) => !Inner.Matches(row);
    }

    internal sealed record Comparison(string Property, string Operator, object Value) : FilterNode
    {
        public override bool Matches(EntityProperties row) =>
            row.TryGetValue(Property, out var stored) && ValueOrder.Compare(stored, Value) is { } order && Operator switch
            {
                "eq" => order == 0,
                "ne" => order != 0,
                "gt" => order > 0,
                "ge" => order >= 0,
                "lt" => order < 0,
                _ => order <= 0,
            };
    }
}
