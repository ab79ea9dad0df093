using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>A file of ties that was taken in.</summary>
/// <param name="Sha256">Of its bytes as they were sent, 64 lower-case hexadecimal digits.</param>
/// <param name="Lines">All that it has, also those that changed nothing.</param>
public sealed record ImportedFile(string Sha256, int Lines);

/// <summary>One import of the register: who took what in, when and why.</summary>
/// <param name="Sequence">Of the register's record that it is.</param>
/// <param name="First">The number of its first new tie; null where it only corrected some.</param>
/// <param name="File">Null for imports of before files were noted.</param>
public sealed record RegisteredImport(
    int Sequence, DateTimeOffset At, Author By, string? Reason, int Added, int Corrected, RegisterNumber? First, ImportedFile? File)
{
    internal static RegisteredImport Of(RegisterRecord record) => new(
        record.Sequence, record.At, record.By!, record.Reason, (record.Entries ?? []).Count(entry => entry.About is null),
        (record.Entries ?? []).Count(entry => entry.About is not null), record.First, record.File);
}
