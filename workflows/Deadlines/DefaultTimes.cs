namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>Every time-span of the lifecycle, in one place. To change a deadline, change it here.</summary>
public static class DefaultTimes
{
    /// <summary>An embassy answers within 30 calendar days of the day on which the round was sent.</summary>
    public const int ReviewAnswerDays = 30;

    /// <summary>Reminders to the embassy, in working days before the last day.</summary>
    public static readonly IReadOnlyList<int> ReviewRemindersBefore = [7, 3, 1];

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
}
