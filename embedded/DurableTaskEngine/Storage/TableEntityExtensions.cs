using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

internal static class TableEntityExtensions
{
    internal static void SetIfPresent(this TableEntity entity, string name, object? value)
    {
        if (value is not null) entity[name] = value;
    }
}
