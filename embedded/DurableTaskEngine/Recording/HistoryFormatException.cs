namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>A text that is no recorded history, or one of a format that this program does not know.</summary>
public sealed class HistoryFormatException(string message, Exception? reason = null) : FormatException(message, reason);
