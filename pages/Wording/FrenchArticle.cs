namespace LocalDiplomacy.Pages.Wording;

/// <summary>"l’Ambassade du Gabon", "à la Ville de Libreville", "du Gouvernorat", and no article before a name alone.</summary>
internal static class FrenchArticle
{
    private static readonly string[] feminine =
    [
        "Ville", "Province", "Région", "Commune", "Municipalité", "Mairie", "Métropole", "Préfecture", "Communauté", "Délégation",
        "Nonciature", "Mission", "Représentation", "Chambre",
    ];

    private static readonly string[] masculine = ["Département", "District", "Gouvernement", "Gouvernorat", "Comté", "Canton", "Ministère", "Consulat", "Bureau", "Haut-commissariat"];
    private static readonly string[] elided = ["Ambassade", "État", "Université", "Administration", "Assemblée", "Agence"];

    public static string Before(string name, string particle)
    {
        if (NameInSentence.BeginsWith(name, elided)) return $"{Bare(particle)}l’{name}";
        if (NameInSentence.BeginsWith(name, feminine)) return $"{Bare(particle)}la {name}";
        if (NameInSentence.BeginsWith(name, masculine)) return particle switch { "à" => $"au {name}", "de" => $"du {name}", _ => $"le {name}" };
        return particle switch
        {
            "le" => name,
            "de" when StartsWithVowel(name) => $"d’{name}",
            _ => $"{particle} {name}",
        };
    }

    private static string Bare(string particle) => particle == "le" ? "" : $"{particle} ";

    private static bool StartsWithVowel(string name) => name.Length > 0 && "AEIOUYÀÂÉÈÊËÎÏÔÙÛaeiouyàâéèêëîïôùû".Contains(name[0], StringComparison.Ordinal);
}
