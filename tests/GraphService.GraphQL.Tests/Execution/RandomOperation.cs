using System.Globalization;
using System.Text;
using GraphService.GraphQL.Tests.Introspection;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution;

/// <summary>Text of an operation over the film schema, with fragments, and with conditions that are constants or the variables a, b and c.</summary>
internal sealed class RandomOperation(int seed, bool withVariables)
{
    public static readonly IReadOnlyList<string> Variables = ["a", "b", "c"];

    private const int Fragments = 4;
    private static readonly NamedType[] CompositeTypes = [.. FilmSchema.Instance.Types.Values.Where(type => type.IsCompositeType && !type.IsBuiltIn)];
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Write()
    {
        _text.Append("query($a: Boolean!, $b: Boolean!, $c: Boolean!) ");
        WriteSelections(FilmSchema.Instance.Query, depth: 4, nextFragment: 0);
        for (var i = 0; i < Fragments; i++)
        {
            var type = CompositeTypes[_random.Next(CompositeTypes.Length)];
            _text.Append(CultureInfo.InvariantCulture, $" fragment f{i} on {type} ");
            WriteSelections(type, depth: 3, nextFragment: i + 1);
        }

        return _text.ToString();
    }

    private void WriteSelections(NamedType type, int depth, int nextFragment)
    {
        _text.Append("{ ");
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            switch (depth == 0 ? 0 : _random.Next(6))
            {
                case 0 or 1 or 2:
                    WriteField((type as FieldsType)?.Fields ?? [], depth, nextFragment);
                    break;
                case 3 when nextFragment < Fragments:
                    _text.Append(CultureInfo.InvariantCulture, $"...f{_random.Next(nextFragment, Fragments)}");
                    WriteDirectives();
                    break;
                case 4:
                    _text.Append("...");
                    WriteDirectives();
                    WriteSelections(type, depth - 1, nextFragment);
                    break;
                default:
                    var condition = CompositeTypes[_random.Next(CompositeTypes.Length)];
                    _text.Append(CultureInfo.InvariantCulture, $"... on {condition}");
                    WriteDirectives();
                    WriteSelections(condition, depth - 1, nextFragment);
                    break;
            }
        }

        _text.Append("} ");
    }

    // Each alias means one field, as validation would have it.
    private void WriteField(IReadOnlyList<FieldDefinition> fields, int depth, int nextFragment)
    {
        var candidates = fields.Where(field => depth > 0 || field.Type.Named.IsLeafType).ToList();
        var field = candidates.Count == 0 ? null : candidates[_random.Next(candidates.Count)];
        var name = field?.Name ?? "__typename";
        _text.Append(_random.Next(3) == 0 ? $"x{name}: " : "").Append(name).Append(name switch
        {
            "node" => "(id: 1)",
            "film" => "(by: {id: 1})",
            "search" => "(text: \"k\")",
            _ => "",
        });
        WriteDirectives();
        if (field?.Type.Named.IsCompositeType is true)
        {
            WriteSelections(field.Type.Named, depth - 1, nextFragment);
        }
    }

    private void WriteDirectives()
    {
        foreach (var directive in (string[])["skip", "include"])
        {
            if (_random.Next(4) == 0)
            {
                var value = _random.Next(6) switch
                {
                    0 => "true",
                    1 => "false",
                    _ when withVariables => "$" + Variables[_random.Next(Variables.Count)],
                    _ => directive == "include" ? "true" : "false",
                };
                _text.Append(CultureInfo.InvariantCulture, $" @{directive}(if: {value})");
            }
        }

        _text.Append(' ');
    }
}
