using System.Text;
using GraphService.Graph.Algorithms.Facts;

namespace GraphService.Neo4j.Projection;

/// <summary>Takes the claims: the subject's key in the database, the claim's id, the property, the value, and its sources and locators, two lists.</summary>
internal sealed class ClaimRows(NodeRows nodes, int[] numbers, ProjectedNodes numbered) : IRowSink
{
    private const int SourcesColumn = 4;
    private readonly byte[]?[] _texts = new byte[]?[3];
    private readonly List<int> _sources = [];
    private readonly List<string?> _locators = [];
    private int _column;
    private int _depth;
    private int _subject;

    public ClaimGrouping Claims { get; private set; } = new();

    /// <inheritdoc/>
    public void Restart() => Claims = new ClaimGrouping();

    /// <inheritdoc/>
    public void BeginRow(int columns)
    {
        (_column, _depth, _subject) = (0, 0, -1);
        _sources.Clear();
        _locators.Clear();
        Array.Clear(_texts);
    }

    /// <inheritdoc/>
    public void EndRow()
    {
        if (_subject < 0 || _texts is not [{ } id, { } property, { } value])
        {
            return;
        }

        var evidence = new List<ClaimEvidence>();
        for (var i = 0; i < _sources.Count; i++)
        {
            if (_sources[i] >= 0)
            {
                evidence.Add(new ClaimEvidence(_sources[i], i < _locators.Count ? _locators[i] : null));
            }
        }

        Claims.Add(_subject, id, property, value, evidence);
    }

    /// <inheritdoc/>
    public void Null() => _column += _depth == 0 ? 1 : 0;

    /// <inheritdoc/>
    public void Bool(bool value) => Null();

    /// <inheritdoc/>
    public void Double(double value) => Null();

    /// <inheritdoc/>
    public void Int(long value)
    {
        if (_column == 0)
        {
            _subject = nodes.RowOf(value) is >= 0 and var row ? numbers[row] : -1;
        }

        Null();
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (_depth == 0)
        {
            // Something else than a list where sources and locators belong says nothing of them.
            if (_column is > 0 and < SourcesColumn)
            {
                _texts[_column - 1] = utf8.ToArray();
            }

            _column++;
        }
        else if (_column == SourcesColumn)
        {
            _sources.Add(numbered.Find(utf8));
        }
        else
        {
            // A stored list has no nulls: an empty text stands for a missing place.
            _locators.Add(utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8));
        }
    }

    /// <inheritdoc/>
    public void BeginList(int count) => _depth++;

    /// <inheritdoc/>
    public void EndList()
    {
        _depth--;
        Null();
    }
}
