using System.Text;

namespace LocalDiplomacy.DurableFile;

/// <summary>
/// Keys as bytes whose order is the ordinal order of their UTF-16 units, as the Table service sorts. Each unit is
/// encoded alone in one to three bytes (CESU-8); plain UTF-8 would put U+FFFD before U+1F600.
/// </summary>
internal static class KeyEncoding
{
    public static byte[] Encode(string key)
    {
        if (Ascii.IsValid(key))
            return Encoding.ASCII.GetBytes(key);
        var bytes = new byte[key.Sum(Width)];
        var at = 0;
        foreach (var unit in key)
        {
            switch (Width(unit))
            {
                case 1:
                    bytes[at++] = (byte)unit;
                    break;
                case 2:
                    bytes[at++] = (byte)(0xC0 | (unit >> 6));
                    bytes[at++] = (byte)(0x80 | (unit & 0x3F));
                    break;
                default:
                    bytes[at++] = (byte)(0xE0 | (unit >> 12));
                    bytes[at++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                    bytes[at++] = (byte)(0x80 | (unit & 0x3F));
                    break;
            }
        }

        return bytes;
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
            return Encoding.ASCII.GetString(bytes);
        var units = new char[bytes.Length];
        var count = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var first = bytes[at];
            (units[count++], at) = first switch
            {
                < 0x80 => ((char)first, at + 1),
                < 0xE0 => ((char)(((first & 0x1F) << 6) | (bytes[at + 1] & 0x3F)), at + 2),
                _ => ((char)(((first & 0x0F) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)), at + 3),
            };
        }

        return new string(units, 0, count);
    }

    private static int Width(char unit) => unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}
