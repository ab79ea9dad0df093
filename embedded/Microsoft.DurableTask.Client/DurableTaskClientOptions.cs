using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

public class DurableTaskClientOptions
{
    private DataConverter converter = JsonDataConverter.Default;

    public DataConverter DataConverter
    {
        get => converter;
        set => converter = value ?? JsonDataConverter.Default;
    }

    /// <summary>Given to an orchestration that is started without a version.</summary>
    public string DefaultVersion { get; set; } = string.Empty;
}
