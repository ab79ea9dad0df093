namespace LocalDiplomacy.Demo;

/// <summary>Everyone who takes part, each with a browser and a mailbox of their own.</summary>
internal sealed class Cast : IDisposable
{
    public const string EmbassyAddress = "review@gabon.example";
    public static readonly SignerToBe Governor = new("박지훈 (Park Ji-hun)", "경상북도지사", "governor@gyeongbuk.example", "ko");
    public static readonly SignerToBe Mayor = new("Marie-Claire Obame", "Maire de Libreville", "maire@libreville.example", "fr");

    private readonly List<IDisposable> _open = [];
    private readonly List<Mailbox> _mailboxes = [];
    private readonly HttpClient _mail;

    public Cast(Uri portal, TimeProvider time)
    {
        Portal = portal;
        _mail = Keep(new HttpClient { BaseAddress = portal });
        Officer = new Officer(Browser("ko"), Mailbox(Officer.Address, time));
        Embassy = new LinkHolder(Browser("fr"), Mailbox(EmbassyAddress, time));
        GovernorSigning = new LinkHolder(Browser("ko"), Mailbox(Governor.Address, time));
        MayorSigning = new LinkHolder(Browser("fr"), Mailbox(Mayor.Address, time));
    }

    public Uri Portal { get; }

    public Officer Officer { get; }

    public LinkHolder Embassy { get; }

    public LinkHolder GovernorSigning { get; }

    public LinkHolder MayorSigning { get; }

    public OfficeProgram OfficeProgram(string key) => Keep(new OfficeProgram(Portal, key));

    /// <summary>Mails of a former play on the same data are no part of this one.</summary>
    public async Task ClearDesksAsync(CancellationToken cancellationToken)
    {
        foreach (var mailbox in _mailboxes) await mailbox.PutAsideAsync(cancellationToken);
    }

    /// <summary>Whether the program has nothing to do.</summary>
    public async Task<bool> IsIdleAsync(CancellationToken cancellationToken) => (await EngineHealth.ReadAsync(_mail, cancellationToken))?.IsIdle == true;

    public void Dispose() => _open.ForEach(one => one.Dispose());

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
