namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>Every time-span of the lifecycle, in one place. To change a deadline, change it here.</summary>
public static class DefaultTimes
{
    /// <summary>An embassy answers within 30 calendar days of the day on which the round was sent.</summary>
    public const int ReviewAnswerDays = 30;

    /// <summary>Reminders to the embassy, in working days before the last day.</summary>
    public static readonly IReadOnlyList<int> ReviewRemindersBefore = [7, 3, 1];

    /// <summary>The head of the office approves or returns a draft within so many working days.</summary>
    public const int ApprovalWorkingDays = 10;

    /// <summary>A central review answers within so many working days, or lapses where it is advisory.</summary>
    public const int CentralReviewWorkingDays = 10;

    /// <summary>An embassy acknowledges within so many working days.</summary>
    public const int AcknowledgeWorkingDays = 5;

    /// <summary>A capital that is asked has so many calendar days, and is given more so often.</summary>
    public const int CapitalDays = 60;
    public const int CapitalExtensionDays = 30;
    public const int CapitalExtensions = 2;

    /// <summary>The office reports a signing within so many calendar days.</summary>
    public const int NotificationDays = 10;

    /// <summary>Notices before the end of a term, in calendar days.</summary>
    public static readonly IReadOnlyList<int> NoticesBeforeEnd = [180, 90, 30];

    /// <summary>Reminders of whoever is no embassy come at most so many working days before.</summary>
    public const int OthersRemindedFrom = 3;

    /// <summary>How long the record of an MOU is kept, from the year after its completion on.</summary>
    public const int RetentionYears = 30;

    /// <summary>Once a text is agreed, the office has 30 calendar days to set the signing.</summary>
    public const int SetSigningDays = 30;

    /// <summary>Signatures that are still missing so long after the last step of the signing are brought up again.</summary>
    public static readonly TimeSpan SignatureReminderAfter = TimeSpan.FromDays(30);

    /// <summary>A draft that nobody touched for so long reminds its office.</summary>
    public static readonly TimeSpan IdleDraftReminderAfter = TimeSpan.FromDays(90);

    /// <summary>A lost link can be sent again at most so often.</summary>
    public static readonly TimeSpan LinkReissueEvery = TimeSpan.FromMinutes(10);

    /// <summary>Reminders fall due when offices open, in Seoul.</summary>
    public static readonly TimeOnly ReminderHour = new(9, 0);

    /// <summary>What was signed on paper has a day and no hour: it stands at noon in Seoul.</summary>
    public static readonly TimeOnly Noon = new(12, 0);
}
