namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>What the demo tells, and what stands behind it.</summary>
internal static class DemoStory
{
    /// <summary>The beginnings of its lines, and what a skipped wait was about.</summary>
    public static readonly string[] Told =
    [
        "Lee Seo-yeon of the association switched on, for friendship: approval, the council, an advisory central review",
        "Kim Ji-young of Gyeongsangbuk-do signed in with the code from her mail.",
        "drafted a friendship MOU with Libreville in Korean, English and French: 13 clauses, 9,055 characters, five years;",
        "She submitted round 1:", ": the last day to approve", "Kim Dong-hyun had not approved and was reminded by mail.",
        "Kim Dong-hyun followed the link, signed in and approved;", ": the council sits", "the council passed it in its session 제352회 임시회, no. 2026-118.",
        ": the ministry's last day", "chose nothing, and was reminded.", ": no answer in time", "The central review lapsed, which is no approval,",
        "France's embassy could not read the Korean version", "Claire Durand of France's embassy accepted round 1; Gabon's is still waited for.",
        ": Gabon's embassy has not acknowledged receipt", "acknowledged receipt and referred the text to Libreville: until",
        ": the capital's last day", "the embassy asked for 30 days more: until", "is posted elsewhere", "He handed the matter over to Paul Ella: the office was told, and his own link is dead: \"Cet examen a été transmis à Paul Ella\"",
        "By a link of his own he brought the capital's answer, changes to clause 4:", "rewrote clause 4 in all three languages: every approval of the former text is void",
        "She submitted round 2:", "Kim Dong-hyun followed the link, signed in and approved;", "the council passed it in its session 제353회 정례회, no. 2026-140.",
        "the ministry answered by link and code that it has no objection.", "Round 2's page marks \"Chaque année\" as removed and \"Tous les deux ans\", \"tour de rôle\" as new.",
        "Both embassies accepted the text of round 2; it is frozen.", "to sign, as both sides agreed to do electronically.", "경상북도지사, signed by link and code.",
        ": only one side has signed", "The mayor of Libreville was reminded", "Maire de Libreville, signed by link and code.", ": the signing is to be reported until",
        "The office reported the signing, no. 국제협력과-2118; the ministry and the association have their copies.", "The MOU is in effect from",
        ": both sides want more", "drafted variation no. 1, until", "an arrangement on language courses for a year under the MOU", ": the ceremony at Libreville",
        "signed both on paper, before Paul Ella;", "It scanned both originals of the variation and reported the signing, no. 국제협력과-2204;", "The variation has changed the MOU, which now lasts until", ": the language courses' year is over",
        "The arrangement on language courses expired with", ": a flood in Libreville", "suspended the MOU after a flood;", "And resumed it;",
        ": 180 days before its end", "had its notice of 180 days by mail: the MOU ends with", ": 90 days before its end", "had its notice of 90 days by mail: the MOU ends with", ": 30 days before its end", "had its notice of 30 days by mail: the MOU ends with",
        "Both sides confirmed in writing that they go on:", ": a letter from Libreville", "The City of Libreville gave notice: the MOU ends with",
        ": the notice has run out", "and its variation with it: office and embassies were told by mail.", "The MOU has run its course: ",
    ];

    public static readonly string[] Recorded =
    [
        "draft-created",
        "approval-requested", "approved-internally", "council-asked", "council-decided", "central-review-requested", "central-review-lapsed", "draft-submitted",
        "resend-requested", "document-resent", "embassy-accepted",
        "fell-overdue", "review-acknowledged", "referred-to-capital", "capital-extended", "review-handed-over", "returned-from-capital", "changes-requested",
        "draft-replaced",
        "approval-requested", "approved-internally", "council-asked", "council-decided", "central-review-requested", "central-review-answered", "draft-submitted",
        "embassy-accepted", "text-accepted",
        "signing-opened", "text-signed", "text-signed", "fully-signed", "notification-recorded", "took-effect",
        "linked-mou-started", "linked-mou-started", "varied", "suspended", "resumed", "renewed", "notice-given", "terminated",
    ];

    public static readonly string[] RecordedOfVariation =
        ["draft-created", "draft-submitted", "text-accepted", "ceremony-set", "text-signed", "text-signed", "fully-signed", "scan-kept", "scan-kept", "notification-recorded", "took-effect", "terminated"];

    public static readonly string[] RecordedOfCourses =
        ["draft-created", "draft-submitted", "text-accepted", "ceremony-set", "text-signed", "text-signed", "took-effect", "expired"];

    /// <summary>Each of these had a mail, and nobody else.</summary>
    public static readonly string[] WrittenTo =
    [
        "officer@gyeongbuk.example", "head@gyeongbuk.example", "council@gyeongbuk.example", "desk@garok.example", "deputy@garok.example",
        "local-diplomacy@ministry.example", "review@gabon.example", "ella@gabon.example", "cooperation@france.example",
        "governor@gyeongbuk.example", "maire@libreville.example",
    ];
}
