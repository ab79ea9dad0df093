namespace LocalDiplomacy.Demo;

/// <summary>Everyone who takes part, each with a browser and a mailbox of their own.</summary>
internal sealed class Cast : IDisposable
{
    public const string OfficerAddress = "officer@gyeongbuk.example";
    public const string EmbassyAddress = "review@gabon.example";
    public const string FrenchEmbassyAddress = "cooperation@france.example";
    public static readonly SignerToBe Governor = new("박지훈 (Park Ji-hun)", "경상북도지사", "governor@gyeongbuk.example", "ko");
    public static readonly SignerToBe Mayor = new("Marie-Claire Obame", "Maire de Libreville", "maire@libreville.example", "fr");

    /// <summary>Of the ministry.</summary>
    public static readonly (string Name, string Address) CentralDesk = ("외교부 지방외교 담당", "local-diplomacy@ministry.example");

    /// <summary>To whom Gabon's embassy hands the matter over.</summary>
    public static readonly (string Name, string Address) Colleague = ("Paul Ella", "ella@gabon.example");

    private readonly List<IDisposable> _open = [];
    private readonly List<Mailbox> _mailboxes = [];
    private readonly HttpClient _mail;

    public Cast(Uri portal, TimeProvider time)
    {
        Portal = portal;
        _mail = Keep(new HttpClient { BaseAddress = portal });
        Officer = Member(OfficerAddress, time);
        Head = Member("head@gyeongbuk.example", time);
        CouncilClerk = Member("council@gyeongbuk.example", time);
        Desk = Member("desk@garok.example", time);
        Deputy = Member("deputy@garok.example", time);
        Ministry = Holder("ko", CentralDesk.Address, time);
        Embassy = Holder("fr", EmbassyAddress, time);
        EmbassyColleague = Holder("fr", Colleague.Address, time);
        FrenchEmbassy = Holder("fr", FrenchEmbassyAddress, time);
        GovernorSigning = Holder("ko", Governor.Address, time);
        MayorSigning = Holder("fr", Mayor.Address, time);
    }

    public Uri Portal { get; }

    /// <summary>Kim Ji-young, who drafts for Gyeongsangbuk-do.</summary>
    public Member Officer { get; }

    /// <summary>Kim Dong-hyun, who approves.</summary>
    public Member Head { get; }

    /// <summary>Jung Hae-won, who records what the council decides.</summary>
    public Member CouncilClerk { get; }

    /// <summary>Lee Seo-yeon of the association.</summary>
    public Member Desk { get; }

    /// <summary>Choi Eun-ji of the association.</summary>
    public Member Deputy { get; }

    public LinkHolder Ministry { get; }

    public LinkHolder Embassy { get; }

    public LinkHolder EmbassyColleague { get; }

    public LinkHolder FrenchEmbassy { get; }

    public LinkHolder GovernorSigning { get; }

    public LinkHolder MayorSigning { get; }

    public OfficeProgram OfficeProgram(string key) => Keep(new OfficeProgram(Portal, key));

    /// <summary>Mails of a former play on the same data are no part of this one.</summary>
    public async Task ClearDesksAsync(CancellationToken cancellationToken)
    {
        foreach (var mailbox in _mailboxes) await mailbox.PutAsideAsync(cancellationToken);
    }

    /// <summary>What the program has to do now.</summary>
    public Task<EngineHealth?> HealthAsync(CancellationToken cancellationToken) => EngineHealth.ReadAsync(_mail, cancellationToken);

    public void Dispose() => _open.ForEach(one => one.Dispose());

    private Member Member(string address, TimeProvider time) => new(Browser("ko"), Mailbox(address, time), address);

    private LinkHolder Holder(string languages, string address, TimeProvider time) => new(Browser(languages), Mailbox(address, time));

    private Visitor Browser(string languages) => Keep(new Visitor(Portal, languages));

    private Mailbox Mailbox(string address, TimeProvider time)
    {
        _mailboxes.Add(new Mailbox(_mail, address, time));
        return _mailboxes[^1];
    }

    private T Keep<T>(T one) where T : IDisposable
    {
        _open.Add(one);
        return one;
    }
}

/// <summary>Who is named as a signer.</summary>
internal sealed record SignerToBe(string Name, string Office, string Address, string Language);
