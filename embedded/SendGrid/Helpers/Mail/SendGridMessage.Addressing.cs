namespace SendGrid.Helpers.Mail;

public partial class SendGridMessage
{
    public void SetFrom(EmailAddress email) => From = email;

    public void SetFrom(string email, string? name = null) => SetFrom(new EmailAddress(email, name));

    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    public void AddTo(string email, string? name = null) => AddTo(new EmailAddress(email, name));

    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddTos([email], personalizationIndex, personalization);

    public void AddTos(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        (envelope.Tos ??= []).AddRange(emails);
    }

    public void AddCc(string email, string? name = null) => AddCc(new EmailAddress(email, name));

    public void AddCc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddCcs([email], personalizationIndex, personalization);

    public void AddCcs(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        (envelope.Ccs ??= []).AddRange(emails);
    }

    public void AddBcc(string email, string? name = null) => AddBcc(new EmailAddress(email, name));

    public void AddBcc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddBccs([email], personalizationIndex, personalization);

    public void AddBccs(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        (envelope.Bccs ??= []).AddRange(emails);
    }

    public void SetSubject(string subject, int personalizationIndex = 0, Personalization? personalization = null) =>
        Envelope(personalizationIndex, personalization).Subject = subject;

    public void SetGlobalSubject(string subject) => Subject = subject;

    public void SetSendAt(long sendAt, int personalizationIndex = 0, Personalization? personalization = null) =>
        Envelope(personalizationIndex, personalization).SendAt = sendAt;

    /// <summary>The envelope named, made where it does not exist yet; an envelope given is added as a new one.</summary>
    private Personalization Envelope(int index, Personalization? given)
    {
        Personalizations ??= [];
        if (given is not null)
        {
            if (!Personalizations.Contains(given))
                Personalizations.Add(given);
            return given;
        }

        while (Personalizations.Count <= index)
            Personalizations.Add(new Personalization());
        return Personalizations[index];
    }
}
