namespace LocalDiplomacy.Workflows.Messages;

/// <summary>A file of a mail, as it came.</summary>
public sealed record InboundFile(string Name, byte[] Content);

/// <summary>A mail as SendGrid's inbound parse takes it apart.</summary>
/// <param name="Headers">The raw header lines.</param>
/// <param name="To">Where the mail was delivered to, of the envelope.</param>
/// <param name="EnvelopeFrom">The return path; empty for what a mail server sent.</param>
/// <param name="From">The header, as it reads.</param>
/// <param name="Text">Plain; from the HTML part where there is no other.</param>
public sealed record InboundMail(
    string Headers, IReadOnlyList<string> To, string EnvelopeFrom, string From, string Subject, string Text, string? Spf, string? Dkim, IReadOnlyList<InboundFile> Files)
{
    /// <summary>A header's value, unfolded; null where there is none.</summary>
    public string? Header(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? found = null;
        foreach (var line in Headers.ReplaceLineEndings("\n").Split('\n'))
        {
            if (found is not null && (line.StartsWith(' ') || line.StartsWith('\t'))) found += " " + line.Trim();
            else if (found is not null) return found;
            else if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) found = line[(name.Length + 1)..].Trim();
        }

        return found;
    }

    /// <summary>Answered by a machine (RFC 3834, and what came before it), or by a mail server.</summary>
    public bool IsAutomatic =>
        EnvelopeFrom.Length == 0
        || (Header("Auto-Submitted") is { } submitted && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || (Header("Precedence") is { } precedence && Mass.Any(word => precedence.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        || Answerers.Any(header => Header(header) is not null)
        || Header("Content-Type")?.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) == true
        || Servers.Any(name => EnvelopeFrom.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Mass = ["bulk", "junk", "list", "auto_reply"];
    private static readonly string[] Answerers = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Vacation", "List-Id", "X-Loop"];
    private static readonly string[] Servers = ["mailer-daemon@", "postmaster@", "no-reply@", "noreply@", "bounce"];
}
