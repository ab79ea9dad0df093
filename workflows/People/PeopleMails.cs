using System.Globalization;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.People;

/// <summary>Tells every other administrator that a change of a person waits for one of them. Again: queues and delivers nothing twice.</summary>
public sealed class PeopleMails(MailLedger mails, PersonRegister people)
{
    public async Task TellAsync(PersonProposal proposal, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        foreach (var reader in await people.OfOfficeAsync(null, cancel).ConfigureAwait(false))
        {
            if (reader.Role != PersonRole.Administrator || reader.Id == proposal.By.PersonId) continue;
            var id = string.Create(CultureInfo.InvariantCulture, $"person-{proposal.Number}-{reader.Id}");
            var occasion = new MailOccasion.AboutPerson(proposal.Number, proposal.After.Id, reader.Name, reader.Language);
            var mail = await mails.QueueAsync(MailLedger.Contacts, id, reader.Address, occasion, cancel).ConfigureAwait(false);
            await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
        }
    }
}
