using LocalDiplomacy.Pages.Wording;

namespace LocalDiplomacy.Pages.Tests.Wording;

public sealed class NamesInSentences
{
    [Theory]
    [InlineData("경상북도", "이/가", "경상북도가")]
    [InlineData("주한 가봉 대사관", "이/가", "주한 가봉 대사관이")]
    [InlineData("리브르빌시", "과/와", "리브르빌시와")]
    [InlineData("서울", "으로/로", "서울로")]
    [InlineData("부산", "으로/로", "부산으로")]
    [InlineData("제3", "이/가", "제3이")]
    [InlineData("제2", "이/가", "제2가")]
    // What stands in brackets does not change the particle.
    [InlineData("안동(安東)", "이/가", "안동(安東)이")]
    [InlineData("이철우(경상북도지사)", "을/를", "이철우(경상북도지사)를")]
    [InlineData("‘목적’", "을/를", "‘목적’을")]
    // A day is read with its "일".
    [InlineData("2026. 12. 12.", "으로/로", "2026. 12. 12.로")]
    [InlineData("2026. 12. 12.", "이/가", "2026. 12. 12.이")]
    // Latin letters tell where every usual reading ends alike, and else not.
    [InlineData("Eugène Mba", "이/가", "Eugène Mba가")]
    [InlineData("Susan", "을/를", "Susan을")]
    [InlineData("Paris", "은/는", "Paris는")]
    [InlineData("Abel", "으로/로", "Abel로")]
    [InlineData("Abel", "과/와", "Abel과")]
    [InlineData("Nguyễn Văn Trung", "이/가", "Nguyễn Văn Trung이")]
    [InlineData("Jane", "이/가", "Jane이(가)")]
    [InlineData("Robert", "을/를", "Robert을(를)")]
    [InlineData("o***@gabon.example", "으로/로", "o***@gabon.example(으)로")]
    [InlineData("東京", "과/와", "東京과(와)")]
    [InlineData("", "이/가", "이(가)")]
    public void Take_their_Korean_particle(string name, string pair, string said) => Assert.Equal(said, Say(name, pair));

    [Theory]
    [InlineData("Embassy of Gabon", "the", "the Embassy of Gabon")]
    [InlineData("City of Libreville", "the", "the City of Libreville")]
    [InlineData("Gyeongsangbuk-do", "the", "Gyeongsangbuk-do")]
    [InlineData("Libreville", "the", "Libreville")]
    public void Take_their_English_article(string name, string format, string said) => Assert.Equal(said, Say(name, format));

    [Theory]
    [InlineData("Ambassade du Gabon", "le", "l’Ambassade du Gabon")]
    [InlineData("Ambassade du Gabon", "à", "à l’Ambassade du Gabon")]
    [InlineData("Délégation de l’Union européenne", "à", "à la Délégation de l’Union européenne")]
    [InlineData("Département du Nord", "à", "au Département du Nord")]
    [InlineData("Gouvernorat de Tunis", "de", "du Gouvernorat de Tunis")]
    [InlineData("Ville de Libreville", "le", "la Ville de Libreville")]
    [InlineData("Andong", "de", "d’Andong")]
    [InlineData("Gyeongsangbuk-do", "de", "de Gyeongsangbuk-do")]
    public void Take_their_French_article(string name, string format, string said) => Assert.Equal(said, Say(name, format));

    [Theory]
    [InlineData("Embajada de Gabón", "el", "la Embajada de Gabón")]
    [InlineData("Embajada de Gabón", "a el", "a la Embajada de Gabón")]
    [InlineData("Ayuntamiento de Santo Domingo", "a el", "al Ayuntamiento de Santo Domingo")]
    [InlineData("Ayuntamiento de Santo Domingo", "de el", "del Ayuntamiento de Santo Domingo")]
    [InlineData("Andong", "de el", "de Andong")]
    public void Take_their_Spanish_article(string name, string format, string said) => Assert.Equal(said, Say(name, format));

    [Fact]
    public void Refuse_a_form_that_nobody_knows() => Assert.Throws<FormatException>(() => Say("Andong", "der"));

    private static string Say(string name, string format) => new NameInSentence(name).ToString(format, null);
}
