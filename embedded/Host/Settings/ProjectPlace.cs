namespace LocalDiplomacy.EmbeddedHost.Settings;

/// <summary>Where the project stands: the nearest folder with a host.json, from the current one upwards, else the current one.</summary>
internal sealed record ProjectPlace(string Root, Surroundings Surroundings)
{
    public string DefaultDataFolder => Path.Combine(Root, ".data");

    // What the program was built with goes before what stands in the folder.
    public string[] HostJsonCandidates =>
        [Path.Combine(Surroundings.ProgramDirectory, "host.json"), Path.Combine(Root, "host.json")];

    public string[] LocalSettingsCandidates =>
    [
        Path.Combine(Root, "local.settings.json"),
        Path.Combine(Root, "functions", "local.settings.json"),
        Path.Combine(Surroundings.CurrentDirectory, "local.settings.json"),
        Path.Combine(Surroundings.ProgramDirectory, "local.settings.json"),
    ];

    public static ProjectPlace Find(Surroundings surroundings)
    {
        for (var folder = new DirectoryInfo(surroundings.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "host.json")))
                return new ProjectPlace(folder.FullName, surroundings);
        }

        return new ProjectPlace(surroundings.CurrentDirectory, surroundings);
    }

    public string Absolute(string path) => Path.GetFullPath(path, Surroundings.CurrentDirectory);
}
