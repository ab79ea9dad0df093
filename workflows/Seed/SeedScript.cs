using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>Plays one case from its draft to what its plan says, so that its last deed lies as far back as the plan says.</summary>
internal sealed partial class SeedScript
{
    private static readonly AssociationSettings Binding = AssociationSettings.Default with
    {
        Kinds = [.. AssociationSettings.Default.Kinds.Select(kind => kind with { CentralReview = CentralReviewMode.Binding })],
    };

    private readonly SeedPlan _plan;
    private readonly Random _random;
    private readonly LocalGovernment _office;
    private readonly Partner _partner;
    private readonly IReadOnlyList<Person> _people;
    private readonly Language[] _languages;
    private readonly CooperationField[] _fields;
    private readonly IReadOnlyList<(double Days, Action Deed)> _deeds;
    private readonly CaseStory _story;
    private readonly MouId _other;
    private readonly DateTimeOffset _now;
    private int _revisions;

    private SeedScript(MouId id, MouId other, SeedPlan plan, SeedWorld world, Random random, DateTimeOffset now)
    {
        (_plan, _random, _other, _now) = (plan, random, other, now);
        _deeds = DeedsTo(plan.Goal);
        var start = now.AddDays(-plan.AgeDays - _deeds.Sum(deed => deed.Days));
        _office = OfficeOf(world, SeoulTime.DayOf(start), SeoulTime.DayOf(now));
        _partner = world.PartnerOf(_office, random);
        _people = SeedWorld.PeopleOf(_office);
        _languages = [Language.Korean, _partner.Mission.Language == Language.Korean ? Language.English : _partner.Mission.Language];
        _fields = [_partner.Field];
        Texts = [.. Enumerable.Range(0, plan.Rounds).Select(round => world.TextOf(plan.Kind, _office, _partner, _languages, FieldsIn(round), plan.Years))];
        Particulars = ParticularsOf(world);
        _story = new(id, start);
    }

    public IReadOnlyList<SeedText> Texts { get; }

    public CaseStory Story => _story;

    private Particulars Particulars { get; }

    /// <summary>As the office has it now.</summary>
    private TextHash Text => Texts[_revisions].Hash;

    public static SeedScript Play(MouId id, MouId other, SeedWorld world, Random random, DateTimeOffset now)
    {
        var script = new SeedScript(id, other, SeedPlan.Draw(random), world, random, now);
        script.Play();
        return script;
    }

    private void Play()
    {
        _story.Do(Drafter, new CreateDraft(_office.Id, Particulars, Text, _plan.Goal == StageName.Blocked ? Binding : AssociationSettings.Default));
        foreach (var (days, deed) in _deeds)
        {
            _story.Wait(days);
            deed();
        }

        _story.WaitUntil(_now);
    }

    private LocalGovernment OfficeOf(SeedWorld world, DateOnly start, DateOnly now)
    {
        if (_plan.Goal == StageName.OnHold && world.Former(start, now) is { Count: > 0 } former) return former[_random.Next(former.Count)];
        var there = world.Offices(start, StageOf.HasEnded(_plan.Goal) ? null : now);
        // Provinces have offices for international relations, and more partners than a county.
        if (Chance(35)) there = [.. there.Where(office => office.Level == 1)];
        return there[_random.Next(there.Count)];
    }

    private Particulars ParticularsOf(SeedWorld world)
    {
        var title = world.TitleOf(_plan.Kind, _office, _partner);
        var term = new Term(null, _plan.Years * 12, null, _plan.RenewsItself ? new RenewalClause(_plan.Years * 12, 3) : null);
        return new(
            _plan.Kind, new(_languages.ToDictionary(language => language, title.In)),
            new(new(_languages.ToDictionary(language => language, _partner.Name.In)), _partner.Mission.Id.Value, LocalizedText.Empty), _partner.Mission.Id,
            _fields, _languages, null, Term: _plan.Kind == MouKind.Sisterhood && _plan.RenewsItself ? null : term);
    }

    private CooperationField[] FieldsIn(int round) => round == 0 ? _fields : [.. _fields, CooperationField.Other];

    private Actor.OfficeMember Drafter => Of(_people[0], Role.Drafter);

    private Actor.OfficeMember Head => Of(_people[1], Role.HeadOfOffice);

    private Actor.OfficeMember Clerk => Of(_people[2], Role.CouncilClerk);

    private static Actor.OfficeMember Of(Person person, Role role) => new(person.Office!.Value, person.Id, person.Name, role);

    private DateOnly Today => SeoulTime.DayOf(_story.At);

    private double Days(double least, double most) => least + _random.NextDouble() * (most - least);
}

/// <summary>Which stages nothing leads out of.</summary>
internal static class StageOf
{
    public static bool HasEnded(StageName stage) =>
        stage is StageName.Expired or StageName.Terminated or StageName.Superseded or StageName.Declined or StageName.Blocked or StageName.Withdrawn;
}
