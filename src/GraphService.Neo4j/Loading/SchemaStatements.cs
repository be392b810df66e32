using GraphService.Graph.Model;

namespace GraphService.Neo4j.Loading;

/// <summary>Constraints and indexes; each statement does nothing where its own is there already.</summary>
internal static class SchemaStatements
{
    /// <summary>What keeping the state of imports needs: there is one of each.</summary>
    public static IEnumerable<CypherStatement> StateConstraints() => new[] { StoredNames.Version, StoredNames.Import }.Select(Constraint);

    /// <summary>What loading itself needs: nodes are found by their ids.</summary>
    public static IEnumerable<CypherStatement> Constraints() => StateConstraints().Concat(Tidying.SlotLabels.Select(Constraint));

    /// <summary>What queries need. Made after a first load, for an index is filled faster than kept up to date.</summary>
    public static IEnumerable<CypherStatement> Indexes(GraphModel model)
    {
        foreach (var slot in new[] { GraphSlot.A, GraphSlot.B })
        {
            yield return new($"CREATE TEXT INDEX IF NOT EXISTS FOR (n:{slot.Served}) ON (n.{StoredNames.Names})");
        }

        foreach (var table in model.Tables.Where(t => t.DefaultOrder.Count > 0))
        {
            var first = table.DefaultOrder[0];
            var key = CypherText.Name(first.Type == PropertyType.Int ? StoredNames.Ordered(first) : first.Name);
            var labels = model.Kinds.Where(k => k.Table == table).SelectMany(k => k.Labels).Prepend(table.Label).Distinct();
            foreach (var label in labels)
            {
                yield return new($"CREATE INDEX IF NOT EXISTS FOR (n:{CypherText.Name(label)}) ON (n.{key})");
            }
        }

        foreach (var type in model.RelationshipTypes)
        {
            foreach (var property in type.Properties.Where(p => p.References is not null))
            {
                yield return new($"CREATE INDEX IF NOT EXISTS FOR ()-[r:{CypherText.Name(type.Name)}]-() ON (r.{CypherText.Name(property.Name)})");
            }
        }
    }

    private static CypherStatement Constraint(string label) => new($"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE");
}
