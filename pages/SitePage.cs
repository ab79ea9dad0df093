using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Components;

namespace LocalDiplomacy.Pages;

/// <summary>What every page is given.</summary>
public abstract class SitePage : Piece
{
    /// <summary>Who is signed in: the header then offers to sign out.</summary>
    [Parameter] public Person? Reader { get; set; }

    /// <summary>Path and query of the page, to come back to after the language was switched. "/" where coming back makes no sense.</summary>
    [Parameter] public string Path { get; set; } = "/";
}

/// <summary>A part of a page: it knows the reader's language and the moment, and finds its words.</summary>
public abstract class Piece : ComponentBase
{
    [CascadingParameter] public PageFrame Frame { get; set; } = null!;

    protected Workflows.Lifecycle.Language Language => Frame.Language;

    /// <summary>Words of the reader's language, by area and key: "Review.Accept".</summary>
    protected string T(string key, params object[] arguments) => Words.Of(Language, key, arguments);

    /// <summary>Words that depend on a number: the key with ".One" or ".Many", the number as the first argument.</summary>
    protected string Count(string key, int number, params object[] arguments) => Words.Count(Language, key, number, arguments);
}
