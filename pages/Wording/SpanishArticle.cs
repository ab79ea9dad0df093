namespace LocalDiplomacy.Pages.Wording;

/// <summary>"la Embajada", "del Ayuntamiento", "al Municipio", and no article before a name alone.</summary>
internal static class SpanishArticle
{
    private static readonly string[] feminine =
    [
        "Embajada", "Delegación", "Nunciatura", "Misión", "Ciudad", "Provincia", "Región", "Municipalidad", "Alcaldía", "Comuna",
        "Prefectura", "Gobernación", "Universidad", "Cámara",
    ];

    private static readonly string[] masculine = ["Ayuntamiento", "Municipio", "Distrito", "Departamento", "Gobierno", "Estado", "Condado", "Ministerio", "Cantón", "Consulado"];

    public static string Before(string name, string particle)
    {
        var preposition = particle switch { "a el" => "a", "de el" => "de", _ => "" };
        if (NameInSentence.BeginsWith(name, feminine)) return $"{preposition} la {name}".TrimStart();
        if (NameInSentence.BeginsWith(name, masculine)) return particle switch { "a el" => $"al {name}", "de el" => $"del {name}", _ => $"el {name}" };
        return $"{preposition} {name}".TrimStart();
    }
}
