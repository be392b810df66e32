namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>A PackStream structure: a tag and its fields. Other values are null, bool, long, double, string, byte[], List&lt;object?&gt; and Dictionary&lt;string, object?&gt;.</summary>
internal sealed record Structure(byte Tag, List<object?> Fields);
