namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter could not be given its value.</summary>
public class FunctionInputConverterException : Exception
{
    public FunctionInputConverterException(string message)
        : base(message)
    {
    }

    public FunctionInputConverterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
