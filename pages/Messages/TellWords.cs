using LocalDiplomacy.Workflows.Messages;

namespace LocalDiplomacy.Pages.Messages;

/// <summary>What a link's holder can tell the office, as addresses write it.</summary>
public static class TellWords
{
    public const string WrongAddress = "wrong-address", Mistake = "mistake";

    public static string Name(MessageKind kind) => kind == MessageKind.Mistake ? Mistake : WrongAddress;

    /// <returns>Null: nothing of the kind.</returns>
    public static MessageKind? Read(string name) => name switch
    {
        WrongAddress => MessageKind.WrongAddress,
        Mistake => MessageKind.Mistake,
        _ => null,
    };
}
