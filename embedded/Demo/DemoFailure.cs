namespace LocalDiplomacy.Demo;

/// <summary>What the program showed is not what a person would need to go on.</summary>
internal sealed class DemoFailure(string message) : Exception(message);
