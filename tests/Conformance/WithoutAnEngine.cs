using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests;

public sealed class Values : ValueContract;

public sealed class OptionValues : OptionValueContract;

public sealed class WrittenContexts : WrittenContextContract;
