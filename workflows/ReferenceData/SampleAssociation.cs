using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A small association to try the program with. Its addresses end in .example and reach nobody.</summary>
internal static class SampleAssociation
{
    public static readonly IReadOnlyDictionary<MissionId, EmailAddress> Contacts = new Dictionary<MissionId, EmailAddress>
    {
        [new("GA")] = new("review@gabon.example"),
        [new("DO")] = new("review@dominican.example"),
    };

    public static readonly IReadOnlyList<Person> People =
    [
        new("sample-gyeongbuk", new("47"), "Kim Ji-young", "Officer, International Relations", new("officer@gyeongbuk.example"), Language.Korean, PersonRole.Drafter),
        new("sample-andong", new("47-안동시"), "Park Min-ho", "Clerk, International Exchange", new("clerk@andong.example"), Language.Korean, PersonRole.Drafter),
        new("sample-gyeongbuk-head", new("47"), "Kim Dong-hyun", "Director-General, International Relations", new("head@gyeongbuk.example"), Language.Korean, PersonRole.HeadOfOffice),
        new("sample-gyeongbuk-council", new("47"), "Jung Hae-won", "Clerk of the Council", new("council@gyeongbuk.example"), Language.Korean, PersonRole.CouncilClerk),
        new("sample-andong-head", new("47-안동시"), "Kwon Soo-jin", "Director, International Exchange", new("head@andong.example"), Language.Korean, PersonRole.HeadOfOffice),
        new("sample-andong-council", new("47-안동시"), "Ryu Sang-woo", "Clerk of the Council", new("council@andong.example"), Language.Korean, PersonRole.CouncilClerk),
        new("sample-desk", null, "Lee Seo-yeon", "Desk", new("desk@garok.example"), Language.Korean, PersonRole.Administrator),
        // An embassy's address takes two.
        new("sample-deputy", null, "Choi Eun-ji", "Desk", new("deputy@garok.example"), Language.Korean, PersonRole.Administrator),
        // These two see everything and change nothing.
        new("sample-operator", null, "Bae Tae-yang", "Operations", new("operator@garok.example"), Language.Korean, PersonRole.Operator),
        new("sample-auditor", null, "Oh Yoon-seo", "Audit", new("auditor@garok.example"), Language.Korean, PersonRole.Auditor),
    ];

    public static IReadOnlyList<Mission> WithContacts(IReadOnlyList<Mission> missions, IReadOnlyDictionary<MissionId, EmailAddress> contacts) =>
        [.. missions.Select(mission => contacts.TryGetValue(mission.Id, out var contact) ? mission with { Contact = contact } : mission)];
}
