using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// data/mission-closed-days.csv: the days on which a mission is closed beside Korea's holidays, as it told the association. A
/// mission without a line works on every working day of Korea.
/// </summary>
public static class MissionClosedDays
{
    private const string Name = "mission-closed-days.csv";

    private static readonly Dictionary<MissionId, WorkingCalendar> Calendars = Of(DayFile.ReadOwn(Name, ClosedDayIn));

    public static WorkingCalendar CalendarOf(MissionId mission) => Calendars.GetValueOrDefault(mission, WorkingCalendar.Korea);

    /// <exception cref="InvalidDataException">A line that is not a closed day.</exception>
    internal static Dictionary<MissionId, WorkingCalendar> Read(Stream stream) => Of(DayFile.Read(Name, stream, ClosedDayIn));

    private static (MissionId Mission, ClosedDay Day) ClosedDayIn(DayLine line) => (new(line.Text("mission")), new(line.Day, line.Name));

    private static Dictionary<MissionId, WorkingCalendar> Of(IEnumerable<(MissionId Mission, ClosedDay Day)> days) =>
        days.GroupBy(line => line.Mission, line => line.Day).ToDictionary(mission => mission.Key, WorkingCalendar.OfMission);
}
