using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>
/// Codes of six digits, one at a time for each purpose. They are made when their mail is written and stored hashed; every
/// guess is counted under the row's ETag before it is answered, so that guesses at once are no more than guesses in turn.
/// </summary>
public sealed class OneTimeCodes(Tables tables, TimeProvider time)
{
    public const int HoldsMinutes = 10;
    public const int Tries = 5;
    public const int RequestsAnHour = 10;
    private static readonly TimeSpan RequestEvery = TimeSpan.FromMinutes(1);

    /// <summary>Asks for a new code. The one before is dead from here on.</summary>
    /// <param name="purpose">What the code is for: a hash, never an address.</param>
    internal async Task<CodeTicket> RequestAsync(string purpose, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            var before = await table.FindAsync(purpose, CodeRow.Key, cancel).ConfigureAwait(false);
            var code = before is null ? CodeRow.None : CodeRow.Read(before);
            var now = time.GetUtcNow();
            if (TooSoonUntil(code, now) is { } next) return new(code.Number, code.Name, false, code.Hash is not null, next);

            code = code with
            {
                Number = code.Number + 1,
                Name = Secret.NewName(),
                RequestedAt = now,
                Salt = null,
                Hash = null,
                ExpiresAt = null,
                Tries = 0,
                RightBy = null,
                HourSince = IsNewHour(code, now) ? now : code.HourSince,
                HourCount = IsNewHour(code, now) ? 1 : code.HourCount + 1,
            };
            if (await table.TryWriteAsync(code.Write(purpose), before, cancel).ConfigureAwait(false))
                return new(code.Number, code.Name, true, false, now + RequestEvery);
        }
    }

    /// <summary>Makes the code of a request, for its mail. Again (the mail is sent a second time): another code, the former is dead.</summary>
    /// <returns>Null: a later request took this one's place, or it came too late.</returns>
    internal async Task<string?> IssueAsync(string purpose, int number, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            var before = await table.FindAsync(purpose, CodeRow.Key, cancel).ConfigureAwait(false);
            if (before is null || CodeRow.Read(before) is not { RightBy: null } code || code.Number != number) return null;
            var now = time.GetUtcNow();
            if (now >= code.RequestedAt.AddMinutes(HoldsMinutes)) return null;

            var (plain, salt) = (Secret.NewCode(), Secret.NewSalt());
            code = code with { Salt = salt, Hash = Secret.HashOfCode(plain, salt, purpose), ExpiresAt = now.AddMinutes(HoldsMinutes) };
            if (await table.TryWriteAsync(code.Write(purpose), before, cancel).ConfigureAwait(false)) return plain;
        }
    }

    /// <summary>
    /// Answers a guess. The right code stays right for whoever used it until it expires: an answer that was lost on the way
    /// is given again.
    /// </summary>
    /// <param name="by">Who guesses, where only the first may be right; null where anyone may who has the code.</param>
    internal async Task<CodeAnswer> CheckAsync(string purpose, string guess, string? by, CancellationToken cancel)
    {
        var answer = await JudgeAsync(purpose, guess, by, cancel).ConfigureAwait(false);
        if (answer.Verdict != CodeVerdict.Right) Counts.CodeRefused(answer.Verdict.ToString());
        return answer;
    }

    private async Task<CodeAnswer> JudgeAsync(string purpose, string guess, string? by, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            var before = await table.FindAsync(purpose, CodeRow.Key, cancel).ConfigureAwait(false);
            if (before is null || CodeRow.Read(before) is not { Hash: { } hash, Salt: { } salt } code) return new(CodeVerdict.NotRequested, 0);
            if (time.GetUtcNow() >= code.ExpiresAt) return new(CodeVerdict.Expired, 0);
            if (code.Tries >= Tries) return new(CodeVerdict.UsedUp, 0);
            // No guess at all: a program that fills in every field must not use up a person's tries.
            if (!IsCodeShaped(guess.Trim())) return new(CodeVerdict.Wrong, Tries - code.Tries);

            var right = Secret.AreEqual(hash, Secret.HashOfCode(guess.Trim(), salt, purpose));
            if (right && code.RightBy is { } first && first != (by ?? "")) return new(CodeVerdict.Expired, 0);
            code = right ? code with { RightBy = by ?? "" } : code with { Tries = code.Tries + 1 };
            if (!await table.TryWriteAsync(code.Write(purpose), before, cancel).ConfigureAwait(false)) continue;
            return new(right ? CodeVerdict.Right : code.Tries >= Tries ? CodeVerdict.UsedUp : CodeVerdict.Wrong, Tries - code.Tries);
        }
    }

    /// <summary>Marks the code's mail as used by its link. False: another used it, or it is dead.</summary>
    internal async Task<bool> TryUseAsync(string purpose, int number, string by, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            var before = await table.FindAsync(purpose, CodeRow.Key, cancel).ConfigureAwait(false);
            if (before is null || CodeRow.Read(before) is var code && !IsAlive(code, number)) return false;
            if (code.RightBy is { } first) return first == by;
            if (await table.TryWriteAsync((code with { RightBy = by }).Write(purpose), before, cancel).ConfigureAwait(false)) return true;
        }
    }

    /// <summary>Whether the mail of this request can still be used by somebody.</summary>
    internal async Task<bool> IsAliveAsync(string purpose, int number, CancellationToken cancel)
    {
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(purpose, CodeRow.Key, cancel).ConfigureAwait(false);
        return row is not null && CodeRow.Read(row) is { RightBy: null } code && IsAlive(code, number);
    }

    private bool IsAlive(CodeRow code, int number) => code.Number == number && time.GetUtcNow() < code.ExpiresAt && code.Tries < Tries;

    private static DateTimeOffset? TooSoonUntil(CodeRow code, DateTimeOffset now)
    {
        if (code.Number == 0) return null;
        if (code.HourCount >= RequestsAnHour && !IsNewHour(code, now)) return code.HourSince.AddHours(1);
        // Whoever used the code may need another at once: on a second device.
        return code.RightBy is null && now < code.RequestedAt + RequestEvery && !IsOfAnotherClock(code.RequestedAt, now) ? code.RequestedAt + RequestEvery : null;
    }

    private static bool IsNewHour(CodeRow code, DateTimeOffset now) => now >= code.HourSince.AddHours(1) || IsOfAnotherClock(code.HourSince, now);

    /// <summary>Further ahead than clocks of two machines ever are apart: the clock was put back, and whoever waited for that time would wait for years.</summary>
    private static bool IsOfAnotherClock(DateTimeOffset at, DateTimeOffset now) => at > now.AddHours(1);

    private static bool IsCodeShaped(string guess) => guess.Length == Secret.CodeLength && guess.All(char.IsAsciiDigit);

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Codes, cancel);
}
