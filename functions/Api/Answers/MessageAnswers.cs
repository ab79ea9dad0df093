using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Messages;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>What was written about an MOU from outside, oldest first. None of it decides anything.</summary>
public sealed record MessagesAnswer(IReadOnlyList<MessageAnswer> Items)
{
    public static MessagesAnswer Of(Mou mou, IReadOnlyList<CaseMessage> messages) => new([.. messages.Select(message => MessageAnswer.Of(mou, message))]);
}

/// <summary>A mail that answered one of ours, or what the holder of a link told on its page.</summary>
/// <param name="Kind">"reply", "wrong-address" or "mistake".</param>
/// <param name="Round">Of the link or mail that it was written from.</param>
/// <param name="Subject">Empty for what was written on a page.</param>
/// <param name="IsAutomatic">A machine answered; nobody was told.</param>
public sealed record MessageAnswer(
    string Id, string Kind, DateTimeOffset At, int Round, MessageSenderAnswer From, string Subject, string Words, bool IsAutomatic, IReadOnlyList<MessageFileAnswer> Files)
{
    public static MessageAnswer Of(Mou mou, CaseMessage message) => new(
        message.Id, Problems.KebabCase.Of(message.Kind.ToString()), message.At, message.From.Round, MessageSenderAnswer.Of(message.From), message.Subject, message.Words,
        message.IsAutomatic, [.. message.Attachments.Select((file, place) => MessageFileAnswer.Of(file, $"/api/mous/{mou.Id}/messages/{message.Id}/{place}"))]);
}

/// <summary>Who wrote, as far as it is known.</summary>
/// <param name="Holder">Whose link or mail it was written from: "reviewer", "central-reviewer", "local-government-signer" or "counterparty-signer".</param>
/// <param name="Mission">Of an embassy beside the leading one.</param>
/// <param name="IsProven">Of a page: the code was given on that device. Of a mail: it comes from the address that was written to, and its server may send for that domain.</param>
/// <param name="Spf">The mail service's finding; null for a page.</param>
/// <param name="Dkim">As the mail service says it; null for a page.</param>
public sealed record MessageSenderAnswer(string Holder, MissionId? Mission, string? Name, string? Address, bool IsProven, string? Spf, string? Dkim)
{
    public static MessageSenderAnswer Of(MessageSender from) =>
        new(Problems.KebabCase.Of(from.Holder.ToString()), from.Mission, from.Name, from.Address?.Value, from.IsProven, from.Spf, from.Dkim);
}

/// <summary>A file that came along. It was not searched for viruses.</summary>
/// <param name="Path">Where it is downloaded; null: it was not kept.</param>
/// <param name="WhyNotKept">"kind", "content", "too-large", "too-many" or "empty"; null: it was kept.</param>
public sealed record MessageFileAnswer(string Name, long Size, string? Path, string? WhyNotKept)
{
    public static MessageFileAnswer Of(MessageAttachment file, string path) =>
        new(file.Name, file.Size, file.Hash is null ? null : path, file.WhyNot is { } why ? Problems.KebabCase.Of(why.ToString()) : null);
}
