using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>Addresses of an office's home and its parts.</summary>
public static class OfficeAddress
{
    public const string Home = "/office";

    public static string Of(OfficeShelf shelf) => $"{Home}?show={NameOf(shelf)}";

    /// <summary>"for-me".</summary>
    public static string NameOf(OfficeShelf shelf) => shelf switch
    {
        OfficeShelf.Overdue => "overdue",
        OfficeShelf.ForMe => "for-me",
        OfficeShelf.ForOthers => "for-others",
        OfficeShelf.Settled => "settled",
        _ => "all",
    };
}
