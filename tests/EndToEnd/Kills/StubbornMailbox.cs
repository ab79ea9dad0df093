using System.Text.Json;
using LocalDiplomacy.Demo;

namespace LocalDiplomacy.EndToEnd.Tests.Kills;

/// <summary>One person's mailbox, read through all the kills.</summary>
internal sealed class StubbornMailbox(StubbornClient client, string address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly HashSet<string> _read = [];

    /// <summary>The newest unread mail that fits. A mail that does not come within two minutes, however many kills, was lost.</summary>
    public async Task<Mail> NextAsync(string what, Func<Mail, bool> fits)
    {
        Mail? found = null;
        await Waiting.UntilAsync($"a mail {what} comes to {address}", Patience, TimeSpan.FromMilliseconds(30), async () =>
        {
            found = (await AllAsync()).FirstOrDefault(mail => !_read.Contains(mail.Id) && fits(mail));
            return found is not null;
        });
        _read.Add(found!.Id);
        return found;
    }

    /// <summary>Whatever came before now is no news.</summary>
    public async Task PutAsideAsync() => _read.UnionWith((await AllAsync()).Select(mail => mail.Id));

    public async Task<int> DifferentSubjectsAsync() => (await AllAsync()).Select(mail => mail.Subject).Distinct().Count();

    private async Task<IReadOnlyList<Mail>> AllAsync()
    {
        var answer = await client.GetAsync($"/mailbox/api/messages?to={Uri.EscapeDataString(address)}");
        Assert.True(answer.Fine, $"{(int)answer.Status} {answer.Body}");
        return answer.Body.Deserialize<List<Mail>>(JsonSerializerOptions.Web)!;
    }
}
