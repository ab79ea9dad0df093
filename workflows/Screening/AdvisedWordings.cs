using static LocalDiplomacy.Workflows.Lifecycle.Language;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>What a memorandum should say, and what it should rather say in other words.</summary>
internal static class AdvisedWordings
{
    /// <summary>Found anywhere, a warning at that clause.</summary>
    public static readonly IReadOnlyDictionary<ScreeningRule, Wording> Discouraged = new Dictionary<ScreeningRule, Wording>
    {
        [ScreeningRule.TreatyWording] = new(
            (English, @"\barticles?\s+\d+|\bshall\b|\bpart(y|ies)\b|\bundertakes? to\b"),
            (Korean, @"제\s?\d+\s?조|당사국|체약|하여야 한다|해야 한다"),
            (French, @"\barticles?\s+\d+|(?-i:\bParties?\b)|s['’]engagent? à|s['’]obligent? à"),
            (Spanish, @"\bartículos?\s+\d+|(?-i:\bPartes?\b)|\bse obligan? a\b|\bse comprometen? a\b")),
        [ScreeningRule.BindingNoticePeriod] = new(
            (English, @"\b(shall|must)\b.{0,80}\bnotice\b|\bnotice\b.{0,60}\b(shall|must|is required)\b"),
            (Korean, @"\d+ ?(일|개월|달|주)( ?전| ?이전).{0,40}(통보|통지)(하여야|해야)"),
            (French, @"\b(doit|doivent|devra|devront)\b.{0,80}(préavis|notifi)|préavis obligatoire"),
            (Spanish, @"\b(debe|deben|deberá|deberán)\b.{0,80}(aviso|preaviso|notific)")),
    };

    /// <summary>Found nowhere in a language version, a warning for that version.</summary>
    public static readonly IReadOnlyDictionary<ScreeningRule, Wording> Expected = new Dictionary<ScreeningRule, Wording>
    {
        [ScreeningRule.NoNonBindingSentence] = new(
            (English, @"\b(not|no|nor|without)\b.{0,80}\b(legal|legally)\b.{0,40}(binding|obligation|right|effect|force|commitment)|non-binding|\bnot\b.{0,40}\bbinding\b"),
            (Korean, @"법적(인|으로)? ?(구속|의무|효력|권리).{0,30}(없|아니|않)|구속력(이|을|은)? ?(없|가지지 아니|갖지 아니|갖지 않|가지지 않)"),
            (French, @"(\bne\b|\bn['’]|\baucun|\bsans\b|\bnon\b).{0,80}(juridique|contraignant)"),
            (Spanish, @"\b(no|ningun\w*|ningún|sin)\b.{0,80}(jurídic|legal|vinculante)")),
        [ScreeningRule.NoTerminationClause] = new(
            (English, @"\bterminat|\bdiscontinu|\bbring to an end\b|\bend (this|the) (memorandum|mou|cooperation|agreement)"),
            (Korean, @"종료|해지|폐기|파기"),
            (French, @"résili|mettre fin|met fin|mettent fin|dénonc"),
            (Spanish, @"terminar|terminad|terminación|poner fin|denunci|rescind")),
    };
}
