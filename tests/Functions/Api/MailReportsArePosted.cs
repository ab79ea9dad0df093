using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Functions.Tests.Running;
using LocalDiplomacy.Workflows.Mail.Reports;

namespace LocalDiplomacy.Functions.Tests.Api;

/// <summary>The mail service's webhook, at its address.</summary>
public sealed class MailReportsArePosted
{
    [Fact]
    public async Task Signed_they_are_taken_unsigned_refused_and_without_a_key_there_is_no_such_address()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using (var program = await RunningProgram.StartAsync(new Dictionary<string, string> { ["SENDGRID_EVENT_KEY"] = Convert.ToBase64String(signer.ExportSubjectPublicKeyInfo()) }))
        {
            Assert.Equal(HttpStatusCode.NoContent, await PostAsync(program, "[]", signer));
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(program, "no array", signer));
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(program, "[]", null));
        }

        await using var without = await RunningProgram.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(without, "[]", signer));
    }

    private static async Task<HttpStatusCode> PostAsync(RunningProgram program, string body, ECDsa? signer)
    {
        using var http = new HttpClient { BaseAddress = program.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/mail-reports") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (signer is not null)
        {
            request.Headers.Add(MailReportSignature.TimestampHeader, time);
            request.Headers.Add(MailReportSignature.SignatureHeader, Convert.ToBase64String(
                signer.SignData(Encoding.UTF8.GetBytes(time + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
