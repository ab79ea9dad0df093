using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages;

/// <summary>The languages that pages and mails are written in.</summary>
public static class PageLanguage
{
    /// <summary>The language itself where pages are written in it, else English.</summary>
    public static Language Or(Language language) => Language.OfPages.Contains(language) ? language : Language.English;

    /// <summary>The language that a mail repeats its matter in: Korean, or English for a reader of Korean.</summary>
    public static Language Second(Language language) => language == Language.Korean ? Language.English : Language.Korean;
}
