namespace Microsoft.DurableTask;

internal readonly record struct RegisteredTask(TaskName Name, TaskVersion Version);
