using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Walks the rows of a statement after its layout, and calls back for every field there that code computes, with the cell of its parent's id.</summary>
internal sealed class ComputedParents(RowBuffer rows, BoundSlot[] slots, Action<ComputedOutput, int> found)
{
    public void Visit(StatementPart part, PartLayout layout)
    {
        if (layout.Connection is { } connection)
        {
            Visit(connection, rows.Row, slots[((ConnectionOutput)((RootPart)part).Root.Output).Slot]);
        }

        if (layout.Column < 0)
        {
            return;
        }

        var list = rows.List(rows.Row[layout.Column]);
        for (var i = 0; i < list.Count; i++)
        {
            Visit(layout.Node, layout.Record, rows.List(list[i]));
        }
    }

    private void Visit(NodeLayout? node, ObjectLayout? o, CellList row)
    {
        if (o is not null)
        {
            Visit(o, row, page: default);
        }

        if (node?.FieldsOf(rows, row) is { } fields)
        {
            Visit(fields, row, page: default);
        }
    }

    private void Visit(ConnectionLayout connection, CellList row, BoundSlot slot) =>
        Visit(connection.Fields, row, new RowPage(rows, row, connection, slot));

    private void Visit(ObjectLayout layout, CellList row, RowPage page)
    {
        for (var i = 0; i < layout.Outputs.Length; i++)
        {
            if (layout.Fields[i] is not { } field)
            {
                continue;
            }

            switch (layout.Outputs[i])
            {
                case ComputedOutput computed:
                    found(computed, row[field.Column]);
                    break;
                case ConnectionOutput connection when field.Connection is { } inner:
                    Visit(inner, row, slots[connection.Slot]);
                    break;
                case { Kind: OutputKind.ConnectionNodes or OutputKind.ConnectionEdges }:
                    for (var r = 0; r < page.Count; r++)
                    {
                        Visit(field.Node, field.Object, rows.List(page[r]));
                    }

                    break;
                case { Kind: OutputKind.PageInfo }:
                    break;
                default:
                    VisitField(field, row);
                    break;
            }
        }
    }

    private void VisitField(FieldLayout field, CellList row)
    {
        if (field.Node is null && field.Object is null)
        {
            return;
        }

        if (field.Column < 0)
        {
            Visit(field.Node, field.Object, row);
            return;
        }

        var list = rows.List(row[field.Column]);
        for (var i = 0; i < list.Count; i++)
        {
            Visit(field.Node, field.Object, rows.List(list[i]));
        }
    }
}
