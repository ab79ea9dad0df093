namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>The first thing of an evidence archive that does not hold. The message is the one line that its reader gets.</summary>
internal sealed class EvidenceFault : Exception
{
    private EvidenceFault(string message) : base(message) { }

    public static EvidenceFault Misused() => new("'verify' takes one thing, the evidence's file: verify FILE");

    public static EvidenceFault FileMissing(string path) => new($"There is no file {path}: give the path of a ZIP file that was downloaded as a case's evidence.");

    public static EvidenceFault Unreadable(string path, string why) => new($"{path} cannot be read: {why}");

    public static EvidenceFault Empty(string path) => new($"{path} is empty: download the evidence again.");

    public static EvidenceFault NotEvidence(string path) => new($"{path} is no evidence of this program: give a ZIP file that was downloaded as a case's evidence.");

    public static EvidenceFault CutOff(string path) => new($"{path} was cut off or damaged: it cannot be opened as a ZIP file. Download it again.");

    public static EvidenceFault Newer(string path, int format) =>
        new($"{path} has format {format}, and this program reads {EvidenceManifest.ReadableFormat}: check it with a newer version, or as {CaseEvidence.NotePath} in it says.");

    public static EvidenceFault In(string file, string what) => new($"{file} does not hold: {what}");
}
