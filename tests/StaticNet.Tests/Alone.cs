namespace StaticNet.Tests;

/// <summary>
/// Tests that no other may run beside: those that switch the vector width of the whole process, and those that count bytes, since a
/// garbage collection that another test causes closes this thread's allocation window and shows up in its count.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "Alone";
}
