using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>A link of a case's chain: 64 lower-case hexadecimal digits. The last one, the head, stands for the whole record.</summary>
public readonly record struct ChainHash(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One event as its row has it, letter by letter, and its link.</summary>
public sealed record ChainedEvent(int Number, string Json, ChainHash Hash);

/// <summary>
/// The events of a case, each holding the hash of the one before. The chain starts at the SHA-256 of
/// <c>localdiplomacy-case-1</c>, the case's id and a line's end after each; the link of an event is the SHA-256 of the link
/// before it in hexadecimal digits, a line's end, and the event's JSON in UTF-8 exactly as it is stored. It is a function of
/// the id and the events alone: events that were stored before links were have theirs all the same.
/// The rule is part of the evidence and never changed; a second one would be added.
/// </summary>
public static class EventChain
{
    public static ChainHash Start(MouId id) => Hash($"localdiplomacy-case-1\n{id.Value}\n");

    public static ChainHash Next(ChainHash before, string json) => Hash($"{before.Value}\n{json}");

    private static ChainHash Hash(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
