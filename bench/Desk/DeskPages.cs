namespace LocalDiplomacy.Bench.Desk;

/// <summary>What the desk looks at; {id} is a case that lives, the others are conditions of which many cases hold.</summary>
internal static class DeskPages
{
    public static readonly (string Name, string[] Paths)[] All =
    [
        ("/desk", ["/desk"]), ("/desk/overview", ["/desk/overview"]), ("/api/desk/overview", ["/api/desk/overview"]), ("/api/desk/hub", ["/api/desk/hub"]),
        ("/desk/mous", ["/desk/mous"]), ("/api/desk/mous", ["/api/desk/mous"]),
        ("/api/desk/mous, one condition", ["/api/desk/mous?stage=UnderReview", "/api/desk/mous?kind=Sisterhood", "/api/desk/mous?office=47", "/api/desk/mous?embassy=FR", "/api/desk/mous?overdue=true", "/api/desk/mous?waiting=Embassy"]),
        ("/api/desk/mous, several", ["/api/desk/mous?stage=InEffect&kind=Field&country=FR", "/api/desk/mous?waiting=Embassy&overdue=true&office=11", "/api/desk/mous?due-from=2026-01-01&due-until=2027-12-31&kind=Friendship"]),
        ("/api/desk/mous, words", ["/api/desk/mous?q=%EA%B2%BD%EC%83%81%EB%B6%81", "/api/desk/mous?q=%EC%9A%B0%ED%98%B8%ED%98%91%EB%A0%A5%20paris", "/api/desk/mous?q=nothing-of-the-kind", "/api/desk/mous?q=%EC%84%9C%EC%9A%B8&stage=InEffect"]),
        ("/desk/mous, several and words", ["/desk/mous?q=%EC%9A%B0%ED%98%B8&stage=UnderReview&overdue=true", "/desk/mous?stage=InEffect&country=FR"]),
        ("/desk/lists/overdue", ["/desk/lists/overdue"]), ("/api/desk/lists/waiting-embassy", ["/api/desk/lists/waiting-embassy"]), ("/api/desk/views", ["/api/desk/views"]),
        ("/desk/mous/{id}", ["/desk/mous/{id}"]), ("/api/desk/mous/{id}", ["/api/desk/mous/{id}"]),
        ("/desk/mous/{id}/timeline", ["/desk/mous/{id}/timeline"]), ("/api/desk/mous/{id}/timeline", ["/api/desk/mous/{id}/timeline"]), ("/desk/mous/{id}/rows", ["/desk/mous/{id}/rows"]),
    ];
}
