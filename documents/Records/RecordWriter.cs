using LocalDiplomacy.Documents.Layout;
using LocalDiplomacy.Documents.Pdf;
using LocalDiplomacy.Documents.Type;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Records;

/// <summary>Sets the record of a case: what it is, what was decided on which text, everything that happened, and the chain's head.</summary>
internal sealed class RecordWriter
{
    private const double Gap = 6, Section = 22, Inset = 28;
    private static readonly Style Title = new(16, Face.Bold), Heading = new(12, Face.Bold), Body = new(10), Note = new(8.5, Grey: 0.35);

    private readonly CaseRecord _record;
    private readonly Language _language;
    private readonly CaseNames _names;
    private readonly PdfDocument _document = new();
    private readonly List<Row> _rows = [];

    private RecordWriter(CaseRecord record)
    {
        (_record, _language) = (record, PageLanguage.Or(record.Language));
        _names = CaseNames.Of(record.Mou, record.Office, record.Mission, _language, record.Missions);
    }

    public static byte[] Write(CaseRecord record, PdfSeal? seal) => new RecordWriter(record).Write(seal);

    private byte[] Write(PdfSeal? seal)
    {
        PutFacts();
        PutDecisions();
        PutEvents();
        PutChain();
        new Flow(_document).Put(_rows);
        var head = _record.Chain[^1].Hash.Value;
        Footer.PutOn(_document, Say("RecordFooter", head));
        return _document.Write($"{Say("RecordTitle")} – {_names.Title}", head, _language, seal);
    }

    private void PutFacts()
    {
        var last = _record.Events[^1];
        Put(new(Say("RecordTitle"), Title) { KeepsWithNext = true });
        Put(new(_names.Title, Heading) { Before = Gap, KeepsWithNext = true });
        Put(new($"{T($"Terms.Kind.{_record.Mou.Particulars.Kind}")} · {_names.Office} · {_names.Counterparty} ({_names.Country}) · {_names.Mission}", Body) { Before = Gap });
        Put(new($"{T("Terms.Mou")} {_record.Mou.Id} · {T($"Terms.Stage.{_record.Mou.Stage.Name}")} · {Say("AsOf", last.Number, Dates.Moment(last.At, _language))}", Note) { Before = Gap });
    }

    private void PutDecisions()
    {
        Put(new(Say("Decisions"), Heading) { Before = Section, KeepsWithNext = true });
        var decided = _record.Chain.Select(DecidedText.Of).OfType<DecidedText>().ToList();
        if (decided.Count == 0) Put(new(Say("NoDecisions"), Body) { Before = Gap });
        foreach (var decision in decided)
        {
            var recorded = _record.Events[decision.Event - 1];
            Put(Sentence(recorded) with { KeepsWithNext = true });
            Put(new(Dates.Moment(recorded.At, _language), Note) { Indent = Inset, KeepsWithNext = true });
            Put(new(Say("OnText", decision.Text.Value), Note) { Indent = Inset });
        }
    }

    private void PutEvents()
    {
        Put(new(Say("Events"), Heading) { Before = Section, KeepsWithNext = true });
        foreach (var (recorded, link) in _record.Events.Zip(_record.Chain))
        {
            Put(Sentence(recorded) with { KeepsWithNext = true });
            if (EventSentences.ReasonOf(recorded.Event) is { } given)
                Put(new(given.IsPublic ? $"“{given.Reason}”" : $"“{given.Reason}” ({T("History.ReasonNotPublic")})", Body with { Leans = true }) { Indent = Inset, KeepsWithNext = true });
            if (recorded.Event is MouEvent.CeremonySet set)
                foreach (var (name, value) in CeremonyWords.Particulars(set.Ceremony, set.LocalGovernment.Authority, set.Counterparty.Authority, _language))
                    Put(new(T("Terms.Label", name) + " " + value, Body) { Indent = Inset, KeepsWithNext = true });
            Put(new($"{Dates.Moment(recorded.At, _language)} · {T("History.By", EventSentences.ActorName(recorded.By, _names, _language))} · {link.Hash.Value[..16]}", Note) { Indent = Inset });
        }
    }

    private void PutChain()
    {
        Put(new(Say("Chain"), Heading) { Before = Section, KeepsWithNext = true });
        Put(new(Say("ChainMeans", _record.Chain.Count), Body) { Before = Gap, KeepsWithNext = true });
        Put(new(_record.Chain[^1].Hash.Value, Body with { Face = Face.Bold }) { Before = Gap });
    }

    private Paragraph Sentence(RecordedEvent recorded) => new(EventSentences.Of(recorded, _names, _language), Body)
    {
        Indent = Inset,
        Marker = new($"{recorded.Number}.  ", Body),
        Before = Gap,
    };

    private void Put(Paragraph paragraph) => _rows.AddRange(Row.Of(paragraph with { Runs = [.. paragraph.Runs.Select(run => run with { Text = Spelled(run.Text) })] }, Flow.Width));

    /// <summary>What happened is told whoever wrote it: a letter that no font has stands by its number. The evidence has it as it was written.</summary>
    private static string Spelled(string text) => text.EnumerateRunes().All(Typeface.Has)
        ? text
        : string.Concat(text.EnumerateRunes().Select(letter => Typeface.Has(letter) ? letter.ToString() : $"[U+{letter.Value:X4}]"));

    private string Say(string key, params object[] facts) => T("Documents." + key, facts);

    private string T(string key, params object[] facts) => Words.Of(_language, key, facts);
}
