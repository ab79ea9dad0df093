using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Functions.Tests.Reception;

public sealed class AudienceCheckTests
{
    private static readonly Caller Nobody = new Caller.Nobody();
    private static readonly Caller Drafter = new Caller.Member(Person(new LocalGovernmentId("47"), PersonRole.Drafter), "token");
    private static readonly Caller Administrator = new Caller.Member(Person(null, PersonRole.Administrator), "token");
    private static readonly Caller Program = new Caller.Program(new ApiKey("id", new("47"), "Archive", default, default));

    [Theory]
    [InlineData(Audience.Anyone, true, true, true, true)]
    [InlineData(Audience.Office, false, true, false, true)]
    [InlineData(Audience.OfficePeople, false, true, false, false)]
    [InlineData(Audience.OfficeOrDesk, false, true, true, true)]
    [InlineData(Audience.Desk, false, false, true, false)]
    [InlineData(Audience.Association, false, false, true, false)]
    [InlineData(null, false, false, false, false)]
    public void Each_audience_has_its_callers(Audience? audience, bool nobody, bool drafter, bool administrator, bool program)
    {
        Assert.Equal(nobody, AudienceCheck.Answers(audience, Nobody));
        Assert.Equal(drafter, AudienceCheck.Answers(audience, Drafter));
        Assert.Equal(administrator, AudienceCheck.Answers(audience, Administrator));
        Assert.Equal(program, AudienceCheck.Answers(audience, Program));
    }

    [Theory]
    [InlineData(PersonRole.Operator, Role.Operator)]
    [InlineData(PersonRole.Auditor, Role.Auditor)]
    public void Who_reads_for_the_association_acts_in_nothing(PersonRole role, Role inCases)
    {
        Caller reader = new Caller.Member(Person(null, role), "token");
        Assert.True(AudienceCheck.Answers(Audience.Association, reader));
        Assert.True(AudienceCheck.Answers(Audience.OfficeOrDesk, reader));
        Assert.False(AudienceCheck.Answers(Audience.Desk, reader));
        Assert.Equal(inCases, reader.ActingForAssociation().Role);
        // Somebody of an office that happens to have the same title sees their office and no more.
        Assert.False(AudienceCheck.Answers(Audience.Association, new Caller.Member(Person(new LocalGovernmentId("47"), role), "token")));
        Assert.Equal(Role.Desk, Administrator.ActingForAssociation().Role);
        Assert.Throws<InvalidOperationException>(() => Drafter.ActingForAssociation());
    }

    [Fact]
    public void Who_acts_for_an_office_is_named_in_the_record()
    {
        Assert.IsType<Actor.OfficeMember>(Drafter.ActingForOffice());
        Assert.Equal(new Actor.ApiClient(new("47"), "id", "Archive"), Program.ActingForOffice());
        Assert.Throws<InvalidOperationException>(() => Administrator.ActingForOffice());
    }

    [Fact]
    public void Callers_with_the_same_id_are_not_the_same_principal() => Assert.NotEqual(Drafter.Principal, Program.Principal);

    private static Person Person(LocalGovernmentId? office, PersonRole role) =>
        new("id", office, "Kim", "Officer", new("kim@office.example"), Language.Korean, role);
}
