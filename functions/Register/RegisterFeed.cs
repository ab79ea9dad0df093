using System.Globalization;
using System.Text;
using System.Xml;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Functions.Register;

/// <summary>What was entered last, as an Atom feed (RFC 4287).</summary>
public sealed class RegisterFeed(PublicAddress address)
{
    public const string ContentType = "application/atom+xml";
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int Newest = 50;

    public byte[] Write(RegisterView view, Language language)
    {
        ArgumentNullException.ThrowIfNull(view);
        var entries = view.State.All.OrderByDescending(entry => entry.EnteredAt).ThenByDescending(entry => entry.Number.Year)
            .ThenByDescending(entry => entry.Number.Place).ThenByDescending(entry => entry.Place).Take(Newest).ToList();
        using var feed = new MemoryStream();
        using (var xml = XmlWriter.Create(feed, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, language.Code);
            WriteHead(xml, Words.Of(language, "Register.FeedTitle"), address.Of("/api/register/feed"), entries is [var newest, ..] ? newest.EnteredAt : DateTimeOffset.UnixEpoch);
            Link(xml, "self", address.Of("/api/register/feed"), ContentType);
            Link(xml, "alternate", address.Of(RegisterAddress.Page), "text/html");
            xml.WriteStartElement("author", Namespace);
            xml.WriteElementString("name", Namespace, Words.Of(language, "Site.Name"));
            xml.WriteEndElement();
            foreach (var entry in entries) Write(xml, entry, view, language);
            xml.WriteEndElement();
        }

        return feed.ToArray();
    }

    private void Write(XmlWriter xml, RegisterEntry entry, RegisterView view, Language language)
    {
        xml.WriteStartElement("entry", Namespace);
        WriteHead(xml, Sound($"{entry.Number} {RegisterNames.Heading(entry.Tie, view, language)}"), address.Of(RegisterAddress.Of(entry.Number, entry.Place)), entry.EnteredAt);
        Link(xml, "alternate", address.Of(RegisterAddress.Of(entry.Number, entry.Place)), "text/html");
        xml.WriteElementString("summary", Namespace, Sound($"{Words.Of(language, $"Terms.Kind.{entry.Tie.Kind}")} · {RegisterNames.Cause(entry.Cause, language)}"));
        xml.WriteEndElement();
    }

    /// <summary>The address is stable, and so it is the id.</summary>
    private static void WriteHead(XmlWriter xml, string title, Uri id, DateTimeOffset updated)
    {
        xml.WriteElementString("id", Namespace, id.AbsoluteUri);
        xml.WriteElementString("title", Namespace, title);
        xml.WriteElementString("updated", Namespace, updated.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    private static void Link(XmlWriter xml, string relation, Uri to, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", to.AbsoluteUri);
        xml.WriteEndElement();
    }

    /// <summary>XML has letters that it takes in no form.</summary>
    private static string Sound(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or (>= 0x20 and not 0xFFFE and not 0xFFFF)));
}
