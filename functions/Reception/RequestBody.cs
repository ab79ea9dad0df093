using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>What a request said, for its fingerprint.</summary>
public static class RequestBody
{
    /// <summary>They prove who asks and are no part of what is asked: a second try comes with a second code.</summary>
    internal static readonly string[] ProofsAndKeys = ["code", "device", "key", FormProof.Field];

    private sealed record Canonical(string Body);

    internal static void RememberBody(this HttpRequest request, string canonical) =>
        request.HttpContext.Features.Set(new Canonical(canonical));

    internal static string CanonicalBody(this HttpRequest request) =>
        request.HttpContext.Features.Get<Canonical>()?.Body ?? (request.HasFormContentType ? OfForm(request.Form) : "");

    private static string OfForm(IFormCollection form) =>
        string.Join('\n', form.Where(f => !ProofsAndKeys.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .SelectMany(f => f.Value.Select(v => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(v ?? "")}")));
}
