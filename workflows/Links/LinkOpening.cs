using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>What is known of whoever was at a link. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpeningKind>))]
public enum OpeningKind
{
    /// <summary>A program showed itself as one: a mail scanner, a preview, a search engine.</summary>
    Machine,
    /// <summary>A browser, or something that looks like one: perhaps a person, perhaps not.</summary>
    Browser,
    /// <summary>The code was given: a person who reads the address on file.</summary>
    Person,
    /// <summary>A fresh link was asked for, and sent to the address on file. Whoever asked need not read that address.</summary>
    FreshLinkAsked,
}

/// <summary>How often a link was opened by one kind of visitor, all its tokens together.</summary>
/// <param name="Mission">Of an embassy beside the leading one.</param>
/// <param name="Times">Openings at least a minute apart.</param>
public sealed record LinkOpening(LinkHolder Holder, MissionId? Mission, int Round, OpeningKind Kind, DateTimeOffset First, DateTimeOffset Last, int Times);
