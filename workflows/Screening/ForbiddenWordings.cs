using static LocalDiplomacy.Workflows.Lifecycle.Language;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>
/// What a local government cannot agree to in a memorandum. A sentence that denies it ("creates no obligation under
/// international law") is what a memorandum should say, and is let pass.
/// </summary>
internal static class ForbiddenWordings
{
    public static readonly IReadOnlyDictionary<ScreeningRule, Wording> ByRule = new Dictionary<ScreeningRule, Wording>
    {
        [ScreeningRule.InternationalLawObligation] = new(
            (English, @"\b(obligation|obligations|right|rights|bound|binding|governed|enforceable)\b.{0,60}\binternational law\b|\binternational law\b.{0,60}\b(obligation|obligations|binding|govern|governs)\b|\blegally binding\b|\blaw of treaties\b|\bratif(y|ies|ied|ication)\b"),
            (Korean, @"국제법(상|적|에 따른|에 의한).{0,30}(의무|구속|권리|효력)|국제법에 따라.{0,20}(규율|구속)|법적(인)? ?구속력(을|이).{0,6}(가지|가진|갖|있|지닌)|조약법|비준"),
            (French, @"\b(obligation|obligations|droits|régi|régis|liés|contraignant|contraignante)\b.{0,60}droit international|droit international.{0,60}\b(obligation|obligations|contraign|régi)|juridiquement contraignant|droit des traités|\bratifi"),
            (Spanish, @"\b(obligación|obligaciones|derechos|regido|vinculante)\b.{0,60}derecho internacional|derecho internacional.{0,60}\b(obligación|obligaciones|vincula|rige)|(jurídicamente|legalmente) vinculante|derecho de los tratados|\bratific")),
        [ScreeningRule.NeedsLegislation] = new(
            (English, @"\b(enact|enacts|amend|amends|adopt|adopts|pass|passes|repeal|repeals)\b.{0,40}\b(law|laws|legislation|ordinance|ordinances|statute|statutes|acts)\b"),
            (Korean, @"(법률|법령|조례|규칙)(을|를|의)? ?(제정|개정|폐지)"),
            (French, @"\b(adopter|adoptent|modifier|modifient|abroger|abrogent|promulguer|promulguent)\b.{0,40}\b(loi|lois|législation|ordonnance|ordonnances|arrêtés)\b"),
            (Spanish, @"\b(promulgar|promulgarán|modificar|modificarán|derogar|derogarán|adoptar|adoptarán|aprobar|aprobarán)\b.{0,40}\b(ley|leyes|legislación|ordenanza|ordenanzas)\b")),
        [ScreeningRule.LimitsSovereignty] = new(
            (English, @"\b(limit|limits|restrict|restricts|cede|cedes|transfer|transfers|surrender|surrenders|renounce|renounces|waive|waives)\b.{0,40}\b(sovereignty|sovereign|territory|immunity|immunities)\b"),
            (Korean, @"(주권|영토|영유권|국가면제).{0,20}(제한|양도|포기|이양|할양)"),
            (French, @"\b(limit|restrei|cèd|céd|transf|renonc|abandonn)\w*.{0,40}(souverain|territoire|immunité)"),
            (Spanish, @"\b(limit|restring|ced|transf|renunci)\w*.{0,40}(soberan|territorio|inmunidad)")),
        [ScreeningRule.GrantsPrivileges] = new(
            (English, @"\bexempt\w*\b.{0,60}\b(tax|taxes|taxation|duty|duties|customs)\b|\b(tax|customs|duty)\b.{0,20}\b(exemption|exemptions|privilege|privileges|relief)\b|\b(land|property|real estate|buildings)\b.{0,40}\bfree of charge\b|\b(transfer|cession) of (land|property|ownership)\b|\bexclusive jurisdiction\b|\bjurisdiction of the courts?\b"),
            (Korean, @"(조세|세금|관세|지방세|국세).{0,20}(면제|감면|특례)|(토지|부동산|공유재산|건물).{0,20}(무상|양여|양도)|전속 ?관할|재판관할|(재판권|관할권).{0,20}(면제|특권|부여|인정)"),
            (French, @"\b(exonér|exempt)\w*.{0,60}\b(impôt|impôts|taxe|taxes|droits de douane)|(terrain|terrains|immeuble|immeubles|biens).{0,40}à titre gratuit|transfert de (propriété|terrains)|compétence exclusive|juridiction des tribunaux"),
            (Spanish, @"\b(exent|exenci|exoner|exim)\w*.{0,60}\b(impuesto|impuestos|tributo|tributos|aranceles)|(terreno|terrenos|inmueble|inmuebles|bienes).{0,40}a título gratuito|transferencia de (propiedad|terrenos)|jurisdicción exclusiva|jurisdicción de los tribunales")),
    };

    /// <summary>Words that turn a sentence into its opposite.</summary>
    public static readonly Wording Denial = new(
        (English, @"\b(not|no|nothing|none|neither|nor|never|without)\b"),
        (Korean, @"아니|않|없|못"),
        (French, @"\b(ne|pas|aucun|aucune|sans|ni|jamais)\b|\bn['’]"),
        (Spanish, @"\b(no|ningún|ninguna|ninguno|sin|ni|tampoco|nunca)\b"));
}
