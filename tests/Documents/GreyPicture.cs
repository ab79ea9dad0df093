using System.Globalization;
using System.Text;

namespace LocalDiplomacy.Documents.Tests;

/// <summary>A picture in 256 greys, as PGM files hold it.</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Greys)
{
    private const int Block = 6;

    public static GreyPicture Read(byte[] file)
    {
        var (at, words) = (0, new List<string>());
        while (words.Count < 4)
        {
            var end = Array.FindIndex(file, at, letter => letter is (byte)' ' or (byte)'\n');
            words.Add(Encoding.ASCII.GetString(file, at, end - at));
            at = end + 1;
        }

        Assert.Equal(("P5", "255"), (words[0], words[3]));
        return new(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture), file[at..]);
    }

    public byte[] ToFile() => [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")), .. Greys];

    /// <summary>
    /// How much the most different spot differs, of 255. Spots of a few points are compared by their mean: another version of
    /// the drawing program softens edges otherwise, and a word that is missing or has moved still shows.
    /// </summary>
    public double Difference(GreyPicture other)
    {
        if ((Width, Height) != (other.Width, other.Height)) return 255;
        var most = 0.0;
        for (var y = 0; y < Height; y += Block)
            for (var x = 0; x < Width; x += Block)
                most = Math.Max(most, Math.Abs(Mean(x, y) - other.Mean(x, y)));
        return most;
    }

    private double Mean(int left, int top)
    {
        var (sum, count) = (0, 0);
        for (var y = top; y < Math.Min(top + Block, Height); y++)
            for (var x = left; x < Math.Min(left + Block, Width); x++, count++)
                sum += Greys[y * Width + x];
        return (double)sum / count;
    }
}
