using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Storage;

/// <summary>
/// The Table service's limits, checked before anything is sent, so that every storage refuses the same: Azurite
/// lets some of them pass.
/// </summary>
internal static class EntityRules
{
    private const int KeyCharacters = 512;
    private const int TextCharacters = 32 * 1024;
    private const int BinaryBytes = 64 * 1024;
    private const int OwnProperties = 252;
    private const int NameCharacters = 255;
    private const int EntityBytes = 1024 * 1024;
    private const int TransactionBytes = 4 * 1024 * 1024;
    private const int TransactionActions = 100;

    private static readonly SearchValues<char> NotInKeys = SearchValues.Create(
        [.. "/\\#?", .. Enumerable.Range(0, 0xa0).Select(unit => (char)unit).Where(char.IsControl)]);

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    // The service's times begin with the year 1601, as file times do.
    private static readonly DateTimeOffset FirstTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="RequestFailedException">400 with the service's error code.</exception>
    public static void Check(EntityChange change)
    {
        if (Problem(change) is var (code, message))
            throw TableFailure.Of(400, code.ToString(), message);
    }

    /// <exception cref="TableTransactionFailedException">400 or 413, with the index of the action.</exception>
    public static void Check(IReadOnlyList<EntityChange> changes)
    {
        if (changes.Count > TransactionActions)
            throw Refuse(TransactionActions, 400, TableErrorCode.InvalidInput, "A transaction has at most 100 actions.");
        var rows = new HashSet<string>(StringComparer.Ordinal);
        var size = 0L;
        for (var i = 0; i < changes.Count; i++)
        {
            if (Problem(changes[i]) is var (code, message))
                throw Refuse(i, 400, code, message);
            if (changes[i].Key.Partition != changes[0].Key.Partition)
                throw Refuse(i, 400, TableErrorCode.CommandsInBatchActOnDifferentPartitions, "A transaction has one partition.");
            if (!rows.Add(changes[i].Key.Row))
                throw Refuse(i, 400, TableErrorCode.InvalidDuplicateRow, "A row appears once in a transaction.");
            if ((size += Size(changes[i])) > TransactionBytes)
                throw Refuse(i, 413, TableErrorCode.ContentLengthExceeded, "A transaction has at most 4 MiB.");
        }
    }

    private static (TableErrorCode Code, string Message)? Problem(EntityChange change) =>
        KeyProblem(PropertyNames.PartitionKey, change.Key.Partition)
        ?? KeyProblem(PropertyNames.RowKey, change.Key.Row)
        ?? ShapeProblem(change)
        ?? PropertyProblem(change.Properties);

    private static (TableErrorCode, string)? KeyProblem(string name, string key)
    {
        if (key.Length > KeyCharacters)
            return (TableErrorCode.KeyValueTooLarge, $"The {name} has more than 1 KiB.");
        return key.AsSpan().ContainsAny(NotInKeys)
            ? (TableErrorCode.OutOfRangeInput, $"The {name} holds a character that keys cannot have: / \\ # ? or a control character.")
            : null;
    }

    private static (TableErrorCode, string)? ShapeProblem(EntityChange change)
    {
        if (change.Properties.Count > OwnProperties)
            return (TableErrorCode.TooManyProperties, "An entity has at most 252 properties of its own.");
        return Size(change) > EntityBytes
            ? (TableErrorCode.EntityTooLarge, "An entity has at most 1 MiB.")
            : null;
    }

    private static (TableErrorCode, string)? PropertyProblem(EntityProperties properties)
    {
        foreach (var (name, value) in properties)
        {
            if (Problem(name, value) is { } found)
                return found;
        }

        return null;
    }

    private static (TableErrorCode, string)? Problem(string name, object value)
    {
        if (name.Length > NameCharacters)
            return (TableErrorCode.PropertyNameTooLong, "A property's name has at most 255 characters.");
        if (!IsIdentifier(name))
            return (TableErrorCode.PropertyNameInvalid, $"The property name '{name}' is not an identifier.");
        return value switch
        {
            string { Length: > TextCharacters } or byte[] { Length: > BinaryBytes } =>
                (TableErrorCode.PropertyValueTooLarge, $"The property {name} has more than 64 KiB."),
            DateTimeOffset time when time < FirstTime =>
                (TableErrorCode.OutOfRangeInput, $"The property {name} is before the year 1601."),
            _ => null,
        };
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && (!name.AsSpan().ContainsAnyExcept(Plain) || name.All(IsPartOfIdentifier));

    private static bool IsPartOfIdentifier(char unit) => unit == '_' || char.GetUnicodeCategory(unit) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    // As the service counts: text in UTF-16, names in UTF-8, eight bytes for what has a fixed size.
    private static long Size(EntityChange change)
    {
        var size = 2L * (change.Key.Partition.Length + change.Key.Row.Length);
        foreach (var (name, value) in change.Properties)
        {
            size += 8L + Encoding.UTF8.GetByteCount(name) + value switch
            {
                string text => 2L * text.Length,
                byte[] bytes => bytes.Length,
                _ => 8,
            };
        }

        return size;
    }

    private static TableTransactionFailedException Refuse(int index, int status, TableErrorCode code, string message) =>
        TableFailure.InTransaction(index, TableFailure.Of(status, code.ToString(), message));
}
