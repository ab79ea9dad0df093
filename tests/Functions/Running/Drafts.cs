using System.Text.Json.Nodes;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>Drafts as an office sends them.</summary>
public static class Drafts
{
    public static JsonObject Good(string mission = "GA", string purpose = "The participants will support youth exchange.") => new()
    {
        ["kind"] = "Friendship",
        ["title"] = new JsonObject { ["ko"] = "우호협력 양해각서", ["en"] = "Memorandum on friendship" },
        ["counterparty"] = new JsonObject
        {
            ["name"] = new JsonObject { ["ko"] = "리브르빌시", ["en"] = "City of Libreville" },
            ["country"] = mission,
            ["place"] = new JsonObject { ["ko"] = "리브르빌", ["en"] = "Libreville" },
        },
        ["mission"] = mission,
        ["fields"] = new JsonArray("YouthAndEducation"),
        ["languages"] = new JsonArray("ko", "en"),
        ["prevailingLanguage"] = null,
        ["clauses"] = new JsonArray(Clause("목적", "Purpose", "양측은 청소년 교류를 지원한다.", purpose)),
    };

    public static JsonObject Clause(string headingKo, string headingEn, string bodyKo, string bodyEn) => new()
    {
        ["heading"] = new JsonObject { ["ko"] = headingKo, ["en"] = headingEn },
        ["body"] = new JsonObject { ["ko"] = bodyKo, ["en"] = bodyEn },
    };

    public static JsonObject Signing(string textHash, string signers) => new()
    {
        ["textHash"] = textHash,
        ["localGovernment"] = Signer("Lee Chul-ho", "Governor", $"governor-{signers}@gyeongbuk.example", "ko"),
        ["counterparty"] = Signer("Marie Obame", "Maire", $"maire-{signers}@libreville.example", "fr"),
        ["agreementStatement"] = "By letter no. 118 the city agreed to sign electronically.",
    };

    /// <summary>The same draft as a page's form has it.</summary>
    public static Dictionary<string, string> Form(string purpose = "The participants will support youth exchange.") => new()
    {
        ["kind"] = "Friendship",
        ["title.ko"] = "우호협력 양해각서",
        ["title.en"] = "Memorandum on friendship",
        ["mission"] = "GA",
        ["country"] = "GA",
        ["counterpartyName.ko"] = "리브르빌시",
        ["counterpartyName.en"] = "City of Libreville",
        ["field"] = "YouthAndEducation",
        ["clause[0].heading.ko"] = "목적",
        ["clause[0].heading.en"] = "Purpose",
        ["clause[0].body.ko"] = "양측은 청소년 교류를 지원한다.",
        ["clause[0].body.en"] = purpose,
    };

    /// <summary>With both languages, which a dictionary cannot hold.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Sent(Dictionary<string, string> form, params (string Name, string Value)[] more) =>
    [
        .. form, KeyValuePair.Create("languages", "ko"), KeyValuePair.Create("languages", "en"),
        .. more.Select(m => KeyValuePair.Create(m.Name, m.Value)),
    ];

    private static JsonObject Signer(string name, string office, string address, string language) =>
        new() { ["name"] = name, ["office"] = office, ["address"] = address, ["language"] = language };
}
