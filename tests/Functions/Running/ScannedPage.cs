using System.Text;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>A PDF of one page, as a scanner makes it; no two are the same.</summary>
internal static class ScannedPage
{
    public static byte[] Make(string more = "<<>>")
    {
        var body = $"%PDF-1.4\n% {ApiCaller.NewKey()}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + $"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj{more}endobj\n";
        return Encoding.ASCII.GetBytes($"{body}xref\n0 1\n0000000000 65535 f \ntrailer<</Size 5/Root 1 0 R>>\nstartxref\n{body.Length}\n%%EOF\n");
    }
}
