using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>What one reads first who opens an evidence archive. Its name tells the archive from any other ZIP file.</summary>
internal static class EvidenceNote
{
    public static string Of(MouId mou, ChainHash head) =>
        $"""
        Evidence of the case {mou.Value}, from LocalDiplomacy. It holds names and mail addresses: keep it as safe as the case itself.

        Head of the chain: {head.Value}
        Compare it with the one on the printed record. If they are the same and the steps below hold, not a letter of the
        events was changed since that record was printed.

        1. Every file:   sha256sum --check SHA256SUMS
        2. Every text:   a text's name is the SHA-256 of its content.
        3. The chain:    link=$(printf 'localdiplomacy-case-1\n{mou.Value}\n' | sha256sum | cut -c1-64)
                         for event in events/*.json; do link=$((printf '%s\n' $link; cat $event) | sha256sum | cut -c1-64); done
                         echo $link
        4. The seal:     where there is a manifest.p7s,
                         openssl cms -verify -binary -inform DER -in manifest.p7s -content manifest.json -CAfile YOUR-CA.pem -out /dev/null
                         and each PDF in documents/ is signed by itself: pdfsig FILE, or any reader that shows signatures

        Or all of it:    dotnet run --project functions -- verify FILE

        """.ReplaceLineEndings("\n");
}
