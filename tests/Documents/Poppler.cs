using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.Documents.Tests;

/// <summary>Reads PDFs back with programs that are not ours (poppler-utils).</summary>
internal static class Poppler
{
    private static readonly IConfiguration Surroundings = new ConfigurationBuilder().AddEnvironmentVariables().Build();

    public static bool IsThere { get; } = (Surroundings["PATH"] ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "pdftotext")) && File.Exists(Path.Combine(folder, "pdftoppm")));

    /// <summary>Where it must be there, its lack is a failure and no reason to skip.</summary>
    public static bool IsExpected => Surroundings["CI"] is not null;

    /// <summary>Page by page, with a form feed after each.</summary>
    public static Task<string> TextAsync(byte[] pdf, params string[] options) =>
        WithFileAsync(pdf, async file => await RunAsync("pdftotext", [.. options, "-enc", "UTF-8", file, "-"]));

    /// <summary>Words with their boxes, as XML.</summary>
    public static Task<string> BoxesAsync(byte[] pdf) => TextAsync(pdf, "-bbox");

    /// <summary>The pages in grey, small enough to be kept.</summary>
    public static Task<IReadOnlyList<GreyPicture>> PicturesAsync(byte[] pdf, int dotsPerInch = 60) => WithFileAsync<IReadOnlyList<GreyPicture>>(pdf, async file =>
    {
        await RunAsync("pdftoppm", ["-gray", "-r", $"{dotsPerInch}", file, file]);
        return [.. Directory.GetFiles(Path.GetDirectoryName(file)!, "*.pgm").Order(StringComparer.Ordinal).Select(page => GreyPicture.Read(File.ReadAllBytes(page)))];
    });

    /// <summary>What it says of a file's signatures; whether it trusts who signed is no matter here.</summary>
    public static Task<string> SignaturesAsync(byte[] pdf) => WithFileAsync(pdf, async file =>
    {
        using var run = Process.Start(new ProcessStartInfo("pdfsig", ["-nocert", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        await errors;
        return await output;
    });

    private static async Task<T> WithFileAsync<T>(byte[] pdf, Func<string, Task<T>> use)
    {
        var folder = Directory.CreateTempSubdirectory("pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "d.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            return await use(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        // It says nothing about a file that is sound.
        Assert.Equal((0, ""), (run.ExitCode, await errors));
        return await output;
    }
}

/// <summary>Needs poppler-utils; the CI installs it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = PopplerTheoryAttribute.WhyNot;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = WhyNot;

    public static string? WhyNot => Poppler.IsThere || Poppler.IsExpected ? null : "Needs pdftotext and pdftoppm: apt-get install poppler-utils";
}
