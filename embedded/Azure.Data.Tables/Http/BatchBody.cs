using System.Text;

namespace Azure.Data.Tables.Http;

/// <summary>An entity-group transaction as a multipart message: one batch that holds one change set.</summary>
internal static class BatchBody
{
    private const string Line = "\r\n";

    public static (string Boundary, byte[] Body) Write(IReadOnlyList<TableRequest> changes)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var set = $"changeset_{Guid.NewGuid()}";
        using var body = new MemoryStream();
        Put(body, $"--{batch}{Line}Content-Type: multipart/mixed; boundary={set}{Line}{Line}");
        foreach (var change in changes)
        {
            Put(body, $"--{set}{Line}Content-Type: application/http{Line}Content-Transfer-Encoding: binary{Line}{Line}");
            Put(body, change);
        }

        Put(body, $"--{set}--{Line}{Line}--{batch}--{Line}");
        return (batch, body.ToArray());
    }

    private static void Put(MemoryStream body, TableRequest change)
    {
        Put(body, $"{change.Method} {change.Address.AbsoluteUri} HTTP/1.1{Line}");
        Put(body, $"Accept: application/json;odata=minimalmetadata{Line}DataServiceVersion: 3.0{Line}");
        foreach (var (name, value) in change.Headers)
            Put(body, $"{name}: {value}{Line}");
        Put(body, Line);
        body.Write(change.Body);
        Put(body, Line);
    }

    private static void Put(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
