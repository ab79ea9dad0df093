using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;
using static LocalDiplomacy.Workflows.Lifecycle.Language;

namespace LocalDiplomacy.Documents.Tests.Samples;

/// <summary>A text in Korean, Chinese and Japanese, with bold, lists and long lines in each.</summary>
internal static class ChineseDocuments
{
    private static readonly Language Chinese = new("zh"), Japanese = new("ja");

    public static MouText Text { get; } = new(
        [Korean, Chinese, Japanese],
        Of("경상북도와 산시성 간 우호협력에 관한 양해각서", "庆尚北道与陕西省关于友好合作的谅解备忘录", "慶尚北道と陝西省の友好協力に関する覚書"),
        [
            new(Of("참여자", "参加方", "参加者"), Of(
                "경상북도(慶尙北道)와 산시성은 **우호와 신뢰**를 바탕으로 교류를 넓혀 나간다.",
                "庆尚北道与陕西省（以下称“双方”）本着**友好互信、平等互利**的原则，在文化、教育、经贸、旅游等领域开展交流与合作，增进两地人民之间的了解和友谊。",
                "慶尚北道と陝西省（以下「双方」という。）は、**友好と信頼**に基づき、文化、教育、経済、観光などの分野で交流と協力を進め、両地域の人々の理解と友情を深める。")),
            new(Of("비용", "费用", "費用"), Of(
                "1. 각자 부담한다.\n2. 국제법상의 의무를 만들지 아니한다.",
                "1. 双方在各自预算范围内承担各自费用。\n2. 本备忘录不产生国际法上的权利和义务。\n\n> 繁體字：臺灣、龍門、廣東",
                "1. 双方はそれぞれの予算の範囲内で費用を負担する。\n2. この覚書は国際法上の権利義務を生じさせない。\n\n> カタカナ：ソウル、アンドン、ヴェトナム")),
        ]);

    public static TextOriginal Original(Side side)
    {
        var original = SampleDocuments.Of(Text, side);
        return original with
        {
            Mou = original.Mou with { Particulars = original.Mou.Particulars with { Counterparty = new(LocalizedText.Of((Korean, "산시성"), (Chinese, "陕西省"), (Japanese, "陝西省")), "CN", LocalizedText.Empty) } },
        };
    }

    private static LocalizedText Of(string korean, string chinese, string japanese) => LocalizedText.Of((Korean, korean), (Chinese, chinese), (Japanese, japanese));
}
