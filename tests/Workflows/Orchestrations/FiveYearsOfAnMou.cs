using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Orchestrations;

/// <summary>
/// One MOU from its draft to its end five years later, on the engine, under a clock that the test moves: people who are slow, a
/// ministry that does not answer, a capital that takes its time, four renewals, a suspension. Every mail is accounted for.
/// </summary>
public sealed class FiveYearsOfAnMou : IAsyncLifetime
{
    private readonly Association _association = new();
    private Mou _mou = null!;

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await AddAsync("head", "head@gyeongbuk.example", PersonRole.HeadOfOffice);
        await AddAsync("council", "council@gyeongbuk.example", PersonRole.CouncilClerk);
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Every_step_is_taken_and_every_mail_accounted_for()
    {
        _mou = await _association.DoAsync(MouCases.IdFor("tests", "five-years"), Sample.CreateWithSteps);

        await DoOnAsync("2026-11-02", Sample.Submit with { Reviewer = Sample.Gabon with { ClosedDays = ClosedInGabon } });
        await DoOnAsync("2026-11-16", Sample.Approve);
        await DoOnAsync("2026-12-11", Sample.CouncilPasses with { On = new(2026, 12, 10) });
        await PassUntilAsync("2026-12-29"); // the ministry lets its time go by
        Assert.IsType<Stage.UnderReview>(_mou.Stage);
        await DoOnAsync("2027-01-11", new Acknowledge(1, "Marie Obame"));
        await DoOnAsync("2027-01-20", new ReferToCapital(1, "Marie Obame"));
        await DoOnAsync("2027-03-18", new ExtendCapital(1, "Marie Obame"));
        await DoOnAsync("2027-04-16", new ExtendCapital(1, "Marie Obame"));
        await DoOnAsync("2027-05-04", Sample.Accept);
        await DoOnAsync("2027-05-10", Sample.OpenSigning);
        await DoOnAsync("2027-05-11", Sample.GovernorSigns);
        await DoOnAsync("2027-06-21", Sample.MayorSigns);
        await DoOnAsync("2027-06-30", Sample.Notify with { On = new(2027, 6, 30) });
        Assert.Equal(new DateOnly(2028, 6, 21), Assert.IsType<Stage.InEffect>(_mou.Stage).Instrument.EndsOn);
        await DoOnAsync("2029-10-02", new Suspend("A flood."));
        await DoOnAsync("2029-11-05", new Resume("The bridge stands again."));
        await DoOnAsync("2031-03-10", new RefuseRenewal(Side.LocalGovernment, new(2031, 3, 10)));
        await PassUntilAsync("2031-11-02");

        Assert.Equal(new DateOnly(2031, 6, 21), Assert.IsType<Stage.Expired>(_mou.Stage).On);
        Assert.Equal(Accounted, await MailsAsync());
        Assert.Equal(Accounted.Length, _association.MailService.Arrived.Count);
        Assert.All(await _association.Get<MailLedger>().OfCaseAsync(_mou.Id), WasWrittenToSomebodyAtWork);
    }

    /// <summary>Its national day, and the day on which the second term begins.</summary>
    private static readonly ClosedDay[] ClosedInGabon = [new("08-17"), new("2028-06-22")];

    private static void WasWrittenToSomebodyAtWork(MailRow mail)
    {
        var reader = mail.To == Sample.Gabon.Address ? WorkingCalendar.OfMission(ClosedInGabon) : WorkingCalendar.Korea;
        var at = SeoulTime.At(mail.QueuedAt);
        Assert.True(reader.IsWorkingDay(SeoulTime.DayOf(mail.QueuedAt)) && at.Hour >= DefaultTimes.ReminderHour.Hour, $"{mail.Kind} went to {mail.To} on {at:yyyy-MM-dd HH:mm}.");
    }

    /// <summary>The day in Seoul, what it was about and to whom.</summary>
    private static readonly string[] Accounted =
    [
        "2026-11-02 ApprovalRequested head@gyeongbuk.example",
        "2026-11-11 ApprovalReminder head@gyeongbuk.example",
        "2026-11-13 ApprovalReminder head@gyeongbuk.example",
        "2026-11-16 OfficeToldOfEvent officer@gyeongbuk.example",
        "2026-11-16 CouncilRequested council@gyeongbuk.example",
        "2026-12-11 OfficeToldOfEvent officer@gyeongbuk.example",
        "2026-12-11 CentralReviewRequested desk@ministry.example",
        "2026-12-22 CentralReviewReminder desk@ministry.example",
        "2026-12-24 CentralReviewReminder desk@ministry.example",
        "2026-12-29 OfficeToldOfEvent officer@gyeongbuk.example",
        "2026-12-29 PartyToldOfEvent desk@ministry.example",
        "2026-12-29 ReviewRequested review@gabon.example",
        "2027-01-07 AcknowledgementReminder review@gabon.example",
        "2027-01-07 OfficeReminder officer@gyeongbuk.example",
        "2027-01-11 OfficeToldOfEvent officer@gyeongbuk.example",
        "2027-01-19 ReviewReminder review@gabon.example",
        "2027-01-20 OfficeToldOfEvent officer@gyeongbuk.example",
        "2027-03-11 ReviewReminder review@gabon.example",
        "2027-03-17 ReviewReminder review@gabon.example",
        "2027-03-18 OfficeToldOfEvent officer@gyeongbuk.example",
        "2027-04-12 ReviewReminder review@gabon.example",
        "2027-04-16 ReviewReminder review@gabon.example",
        "2027-04-16 OfficeToldOfEvent officer@gyeongbuk.example",
        "2027-05-04 DecisionCopy review@gabon.example",
        "2027-05-04 OfficeToldOfDecision officer@gyeongbuk.example",
        "2027-05-10 SigningRequested maire@libreville.example",
        "2027-05-10 SigningRequested governor@gyeongbuk.example",
        "2027-05-11 OfficeToldOfSignature officer@gyeongbuk.example",
        "2027-05-11 SignatureCopy governor@gyeongbuk.example",
        "2027-06-10 OfficeReminder officer@gyeongbuk.example",
        "2027-06-10 SigningReminder maire@libreville.example",
        "2027-06-21 OfficeToldOfSignature officer@gyeongbuk.example",
        "2027-06-21 SignatureCopy maire@libreville.example",
        "2027-06-21 OfficeToldOfEvent officer@gyeongbuk.example",
        "2027-06-21 PartyToldOfEvent maire@libreville.example",
        "2027-06-21 PartyToldOfEvent governor@gyeongbuk.example",
        "2027-06-21 PartyToldOfEvent review@gabon.example",
        "2027-06-28 OfficeReminder officer@gyeongbuk.example",
        "2027-06-30 OfficeReminder officer@gyeongbuk.example",
        "2027-06-30 CentralDeskCopy desk@ministry.example",
        "2027-06-30 DeskToldOfEvent deputy@garok.example",
        "2027-06-30 DeskToldOfEvent desk@garok.example",
        "2027-06-30 InEffect maire@libreville.example",
        "2027-06-30 InEffect governor@gyeongbuk.example",
        "2027-06-30 InEffect officer@gyeongbuk.example",
        "2027-06-30 InEffect review@gabon.example",
        "2027-12-24 OfficeReminder officer@gyeongbuk.example",
        "2028-03-23 OfficeReminder officer@gyeongbuk.example",
        "2028-05-22 OfficeReminder officer@gyeongbuk.example",
        "2028-06-22 OfficeToldOfEvent officer@gyeongbuk.example",
        "2028-06-23 PartyToldOfEvent review@gabon.example",
        "2028-12-22 OfficeReminder officer@gyeongbuk.example",
        "2029-03-23 OfficeReminder officer@gyeongbuk.example",
        "2029-05-22 OfficeReminder officer@gyeongbuk.example",
        "2029-06-22 OfficeToldOfEvent officer@gyeongbuk.example",
        "2029-06-22 PartyToldOfEvent review@gabon.example",
        "2029-10-02 PartyToldOfEvent review@gabon.example",
        "2029-11-05 PartyToldOfEvent review@gabon.example",
        "2029-12-21 OfficeReminder officer@gyeongbuk.example",
        "2030-03-22 OfficeReminder officer@gyeongbuk.example",
        "2030-05-22 OfficeReminder officer@gyeongbuk.example",
        "2030-06-24 OfficeToldOfEvent officer@gyeongbuk.example",
        "2030-06-24 PartyToldOfEvent review@gabon.example",
        "2030-12-23 OfficeReminder officer@gyeongbuk.example",
        "2031-03-10 PartyToldOfEvent review@gabon.example",
        "2031-03-21 OfficeReminder officer@gyeongbuk.example",
        "2031-05-22 OfficeReminder officer@gyeongbuk.example",
        "2031-06-23 OfficeToldOfEvent officer@gyeongbuk.example",
        "2031-06-23 PartyToldOfEvent review@gabon.example",
    ];

    private async Task<IEnumerable<string>> MailsAsync()
    {
        IReadOnlyList<MailRow> mails = [];
        await Patience.UntilAsync(async () => (mails = await _association.Get<MailLedger>().OfCaseAsync(_mou.Id)).All(mail => mail.State == MailState.Sent));
        return mails.OrderBy(mail => mail.Id, StringComparer.Ordinal).Select(mail => $"{SeoulTime.DayOf(mail.QueuedAt):yyyy-MM-dd} {mail.Kind} {mail.To.Value}");
    }

    private Task AddAsync(string id, string address, PersonRole role) => _association.Get<PersonRegister>().AddAsync(
        new(id, Sample.Gyeongbuk, id, id, new(address), Language.Korean, role), CancellationToken.None);

    private async Task DoOnAsync(string day, MouCommand command)
    {
        await PassUntilAsync(day);
        _mou = await _association.DoAsync(_mou.Id, command);
        await _association.MailsToRestAsync(_mou.Id);
    }

    private async Task PassUntilAsync(string day) => _mou = await _association.PassUntilAsync(_mou, day);
}
