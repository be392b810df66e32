using System.Text;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Validation.FieldMerging;

/// <summary>Queries full of chances for conflicts: few response names, fragments on all types, arguments that differ.</summary>
internal sealed class RandomQueries(int seed)
{
    private static readonly string[] Types = ["Node", "Named", "Person", "Film", "Festival"];
    private static readonly string[] Aliases = ["", "", "", "x: "];
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private int _selections;

    public string Next()
    {
        const int fragments = 3;
        _text.Clear().Append("{ node(id: 1) ");
        _selections = _random.Next(2, 12);
        AppendSelections("Node", depth: 3, firstFragment: 0, fragments);
        _text.Append(" }");
        for (var i = 0; i < fragments; i++)
        {
            var type = Pick(Types);
            _text.Append($" fragment F{i} on {type} ");
            _selections = _random.Next(1, 5);
            AppendSelections(type, depth: 2, firstFragment: i + 1, fragments);
        }

        return _text.ToString();
    }

    private void AppendSelections(string type, int depth, int firstFragment, int fragments)
    {
        _text.Append('{');
        for (var count = _random.Next(1, 5); count > 0; count--)
        {
            _text.Append(' ');
            var kind = --_selections < 0 ? 9 : _random.Next(10);
            if (kind < 4 && depth > 0)
            {
                var condition = Pick(Types);
                _text.Append("... on ").Append(condition).Append(' ');
                AppendSelections(condition, depth, firstFragment, fragments);
            }
            else if (kind == 4 && firstFragment < fragments)
            {
                _text.Append("...F").Append(_random.Next(firstFragment, fragments));
            }
            else
            {
                AppendField(type, depth, firstFragment, fragments);
            }
        }

        _text.Append(" }");
    }

    private void AppendField(string type, int depth, int firstFragment, int fragments)
    {
        var fields = ((FieldsType)FilmSchema.Instance.Type(type)!).Fields;
        var deep = depth > 0 && _selections > 0 && type is not ("Node" or "Named") && _random.Next(2) == 0;
        var field = Pick(fields.Where(f => f.Type.Named.IsLeafType != deep).ToList());
        _text.Append(Pick(Aliases)).Append(field.Name);
        if (field.Name is "films" && type == "Person" && _random.Next(3) == 0)
        {
            _text.Append($"(first: {_random.Next(2)}, roles: [ACTOR])");
        }

        if (!field.Type.Named.IsLeafType)
        {
            AppendSelections(field.Type.Named.Name, depth - 1, firstFragment, fragments);
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
