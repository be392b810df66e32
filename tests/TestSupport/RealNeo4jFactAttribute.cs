using System.Runtime.CompilerServices;
using Xunit;

namespace GraphService.TestSupport;

/// <summary>A test that needs a real Neo4j (<see cref="RealNeo4j"/>); without one it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealNeo4jFactAttribute : FactAttribute
{
    public RealNeo4jFactAttribute([CallerMemberName] string test = "")
    {
        if (RealNeo4j.Missing is { } reason)
        {
            Skip = reason;
            // The console names skipped tests, but not why.
            DisplayName = $"{test} ({reason})";
        }
    }
}

/// <inheritdoc cref="RealNeo4jFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealNeo4jTheoryAttribute : TheoryAttribute
{
    public RealNeo4jTheoryAttribute([CallerMemberName] string test = "")
    {
        if (RealNeo4j.Missing is { } reason)
        {
            Skip = reason;
            DisplayName = $"{test} ({reason})";
        }
    }
}
