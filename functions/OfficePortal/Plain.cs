using System.Net.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What any short field must be, whoever fills it in.</summary>
public static class Plain
{
    public const int NameLength = 200;
    public const int ReasonLength = 4000;

    /// <summary>What is wrong with words that must be there; null when nothing is.</summary>
    public static FieldFault? Fault(string? words, int maxLength) =>
        string.IsNullOrWhiteSpace(words) ? FieldFault.Missing : FaultIfThere(words, maxLength);

    /// <summary>What is wrong with words that may be left out.</summary>
    public static FieldFault? FaultIfThere(string? words, int maxLength) =>
        words is null ? null
        : words.Length > maxLength ? FieldFault.TooLong
        : !Letters.AreWanted(words) ? FieldFault.ControlCharacters
        : null;

    /// <summary>What is wrong with an address for mail.</summary>
    public static FieldFault? AddressFault(string? address) =>
        string.IsNullOrWhiteSpace(address) ? FieldFault.Missing
        : address.Length > 254 || !MailAddress.TryCreate(address.Trim(), out var read) || read.Address != address.Trim() ? FieldFault.Malformed
        : null;
}
