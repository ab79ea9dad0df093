using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

public sealed class SigningByBothSides
{
    private static readonly Mou Agreed = Sample.InStage[StageName.Agreed];
    private static readonly Mou Open = Sample.InStage[StageName.Signing];

    /// <summary>23:30 in Seoul is still that day there, and the afternoon before in UTC.</summary>
    private static readonly DateTimeOffset LateEvening = new(2026, 12, 11, 14, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_second_signature_brings_the_MOU_into_effect_on_that_day_in_Seoul()
    {
        var one = Sample.Carry(Open, Sample.MayorSigns, LateEvening);
        var both = Sample.Carry(one, Sample.GovernorSigns, LateEvening.AddHours(1));

        Assert.IsType<Stage.Signing>(one.Stage);
        var effect = Assert.IsType<Stage.InEffect>(both.Stage);
        Assert.Equal(new DateOnly(2026, 12, 12), effect.Since);
        Assert.Equal("Je signe.", effect.Instrument.Counterparty.Intent);
        Assert.Equal(Sample.TextA, effect.Instrument.LocalGovernment.Text);
    }

    [Fact]
    public void A_signature_names_the_text_that_was_agreed() =>
        Assert.Equal(Refusal.TextChanged, Decide(Sample.MayorSigns with { Text = Sample.TextB }, Open));

    [Fact]
    public void Nobody_signs_a_side_twice()
    {
        var one = Sample.Carry(Open, Sample.MayorSigns, LateEvening);

        Assert.Empty(Sample.Events(MouLifecycle.Decide(Sample.MayorSigns, one, LateEvening)));
        Assert.Equal(Refusal.AlreadySigned, Decide(Sample.MayorSigns with { Name = "Somebody Else" }, one));
    }

    [Fact]
    public void Without_consent_of_both_sides_nobody_is_asked_to_sign_electronically() =>
        Assert.Equal(Refusal.ElectronicSigningNotAgreed, Decide(Sample.OpenSigning with { Agreement = new(" ") }, Agreed));

    [Fact]
    public void A_signer_has_an_office() =>
        Assert.Equal(Refusal.SignerIncomplete, Decide(Sample.OpenSigning with { Counterparty = Sample.Mayor with { Office = "" } }, Agreed));

    [Fact]
    public void Two_signers_do_not_share_an_address() =>
        Assert.Equal(Refusal.SignersShareAddress,
            Decide(Sample.OpenSigning with { Counterparty = Sample.Mayor with { Address = new("GOVERNOR@gyeongbuk.example") } }, Agreed));

    [Fact]
    public void A_signer_who_has_not_signed_can_be_replaced()
    {
        var deputy = Sample.Mayor with { Name = "Anne Ondo", Address = new("adjointe@libreville.example") };
        var mou = Sample.Carry(Open, Sample.OpenSigning with { Counterparty = deputy }, LateEvening);

        Assert.Equal(deputy, Assert.IsType<Stage.Signing>(mou.Stage).Counterparty.Signer);
        Assert.Equal(Sample.Governor, Assert.IsType<Stage.Signing>(mou.Stage).LocalGovernment.Signer);
    }

    [Fact]
    public void A_signer_who_has_signed_cannot_be_replaced()
    {
        var one = Sample.Carry(Open, Sample.MayorSigns, LateEvening);

        Assert.Equal(Refusal.AlreadySigned, Decide(Sample.OpenSigning with { Counterparty = Sample.Mayor with { Name = "Anne Ondo" } }, one));
    }

    private static Refusal Decide(MouCommand command, Mou mou) => Sample.Refused(MouLifecycle.Decide(command, mou, LateEvening));
}
