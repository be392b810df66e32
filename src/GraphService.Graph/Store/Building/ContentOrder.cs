namespace GraphService.Graph.Store.Building;

/// <summary>Orders rows that came in no order, by what they say (data format: "in the order of sources, locators, characters, note").</summary>
internal sealed class ContentOrder(DraftRows rows) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        var order = CompareEvidence(x, y, item => rows.Draft.Ids[item.Source]);
        order = order != 0 ? order : CompareEvidence(x, y, item => item.Locator);
        for (var i = 0; order == 0 && i < rows.Columns.Length; i++)
        {
            order = rows.Columns[i].Compare(x, y);
        }

        // Rows that agree in everything: either may be first.
        return order != 0 ? order : x.CompareTo(y);
    }

    private int CompareEvidence(int x, int y, Func<EvidenceItem, TextRef> textOf)
    {
        var a = rows.Evidence.Of(x);
        var b = rows.Evidence.Of(y);
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (BytesOf(textOf(a[i])).SequenceCompareTo(BytesOf(textOf(b[i]))) is not 0 and var order)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private ReadOnlySpan<byte> BytesOf(TextRef text) => text.IsNull ? default : rows.Draft.Heap[text];
}
