namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Properties that the given entity lacks stay as they are.</summary>
    Merge = 0,

    /// <summary>Properties that the given entity lacks are dropped.</summary>
    Replace = 1,
}
