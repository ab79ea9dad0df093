namespace LocalDiplomacy.Functions.Reception;

/// <summary>Whom a function answers.</summary>
public enum Audience
{
    /// <summary>Everyone; a link's token in the address may still decide what is shown.</summary>
    Anyone,

    /// <summary>An office's people and programs.</summary>
    Office,

    /// <summary>An office's people, not its programs: what hands out keys cannot be done with one.</summary>
    OfficePeople,

    /// <summary>An office, or the association, which sees the list of all.</summary>
    OfficeOrDesk,

    /// <summary>The desk's administrators.</summary>
    Desk,

    /// <summary>Everybody of the association: the desk, and the operators and auditors, who read and change nothing.</summary>
    Association,
}

/// <summary>
/// Says beside a function whom it answers. <see cref="AudienceCheck"/> refuses the others before the function runs;
/// an HTTP function without it answers nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswersAttribute(Audience audience) : Attribute
{
    public Audience Audience { get; } = audience;

    /// <summary>The answer is the same whoever asks: nobody is looked up for it, and it comes while storage is away.</summary>
    public bool Alike { get; init; }

    /// <summary>Its form comes with a file, read by <see cref="PageFile"/>; every other form has fields alone.</summary>
    public bool TakesFile { get; init; }
}
