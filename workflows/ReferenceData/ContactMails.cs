using System.Globalization;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>The mails about a mission's address. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactMail>))]
public enum ContactMail { Proposed, ToFormerAddress, ToNewAddress }

/// <summary>
/// Tells of a mission's address: every other administrator when one is proposed, the former and the new address when it is
/// confirmed. Again: queues and delivers nothing twice.
/// </summary>
public sealed class ContactMails(MailLedger mails, PersonRegister people)
{
    internal async Task TellAsync(Revision<Mission> revision, DurableTaskClient engine, CancellationToken cancel)
    {
        foreach (var (reader, to, occasion) in await ReadersAsync(revision, cancel).ConfigureAwait(false))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"contact-{revision.Number}-{reader}");
            var mail = await mails.QueueAsync(MailLedger.Contacts, id, to, occasion, cancel).ConfigureAwait(false);
            await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<(string Reader, EmailAddress To, MailOccasion Occasion)>> ReadersAsync(Revision<Mission> revision, CancellationToken cancel)
    {
        MailOccasion About(ContactMail what, Language language, string? name = null) => new MailOccasion.AboutContact(revision.Number, what, language, name);
        if (revision.What is ReferenceChange.ContactProposed proposed)
            return [.. (await people.OfOfficeAsync(null, cancel).ConfigureAwait(false))
                .Where(person => person.Role == PersonRole.Administrator && person.Id != proposed.Proposal.By.PersonId)
                .Select(person => (person.Id, person.Address, About(ContactMail.Proposed, person.Language, person.Name)))];
        if (revision.What is not ReferenceChange.ContactConfirmed confirmed) return [];
        var language = revision.Rows[0].Language;
        var toNew = ("new", confirmed.Proposal.Address, About(ContactMail.ToNewAddress, language));
        return confirmed.Former is { } former ? [("former", former, About(ContactMail.ToFormerAddress, language)), toNew] : [toNew];
    }
}
