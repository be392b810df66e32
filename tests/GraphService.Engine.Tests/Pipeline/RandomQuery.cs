using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>Text of a valid query over the schema of music, with aliases, fragments and conditions by the variables a and b.</summary>
internal sealed class RandomQuery(Random random, MusicGraph graph)
{
    public static readonly IReadOnlyList<string> Variables = ["a", "b"];

    private const int Fragments = 3;
    private static readonly GraphQL.TypeSystem.Schema Served = MusicDomain.Instance.Schema;
    private static readonly NamedType[] Types = [.. Served.Types.Values.Where(t => t.IsCompositeType && !t.IsBuiltIn && t.Name != "Query")];

    // A cursor is checked elsewhere: its text is no one's business.
    private static readonly string[] Left = ["cursor", "startCursor", "endCursor"];
    private readonly StringBuilder _text = new();
    private readonly List<string> _arguments = [];
    private readonly NamedType[] _fragments = [.. Enumerable.Range(0, Fragments).Select(_ => RandomMusic.Pick(random, Types))];
    private readonly bool[] _used = new bool[Fragments];

    public string Write()
    {
        // Every variable is to be used, and every fragment.
        _text.Append("query($a: Boolean = true, $b: Boolean = true) { ifA: __typename @include(if: $a) ifB: __typename @include(if: $b) ... ");
        WriteSelections(Served.Query, depth: random.Next(3, 8), nextFragment: 0, least: 2);
        _text.Append('}');
        for (var i = 0; i < Fragments; i++)
        {
            if (_used[i])
            {
                _text.Append(CultureInfo.InvariantCulture, $" fragment f{i} on {_fragments[i]} ");
                WriteSelections(_fragments[i], depth: 4, nextFragment: i + 1, least: 1);
            }
        }

        return _text.ToString();
    }

    private void WriteSelections(NamedType type, int depth, int nextFragment, int least)
    {
        _text.Append("{ ");
        for (var i = random.Next(least, 4); i > 0; i--)
        {
            switch (depth <= 0 ? 0 : random.Next(8))
            {
                case 5 when Enumerable.Range(0, Fragments).Where(f => f >= nextFragment && Overlap(type, _fragments[f])).ToList() is { Count: > 0 } fitting:
                    var fragment = RandomMusic.Pick(random, fitting);
                    _used[fragment] = true;
                    _text.Append(CultureInfo.InvariantCulture, $"...f{fragment}");
                    WriteDirectives();
                    break;
                case 6:
                    _text.Append("...");
                    WriteDirectives();
                    WriteSelections(type, depth - 1, nextFragment, 1);
                    break;
                case 7:
                    var condition = RandomMusic.Pick(random, [type, .. Types.Where(t => Overlap(type, t))]);
                    _text.Append(CultureInfo.InvariantCulture, $"... on {condition}");
                    WriteDirectives();
                    WriteSelections(condition, depth - 1, nextFragment, 1);
                    break;
                default:
                    WriteField((type as FieldsType)?.Fields ?? [], depth, nextFragment);
                    break;
            }
        }

        _text.Append("} ");
    }

    private void WriteField(IReadOnlyList<FieldDefinition> fields, int depth, int nextFragment)
    {
        var candidates = fields.Where(f => !Left.Contains(f.Name) && (depth > 0 || f.Type.Named.IsLeafType)).ToList();
        var field = candidates.Count == 0 ? null : RandomMusic.Pick(random, candidates);
        if (field is null)
        {
            _text.Append("__typename");
            WriteDirectives();
            return;
        }

        // An alias tells the arguments, so that selections of one name can be merged.
        var arguments = Arguments(field);
        if (arguments.Length > 0)
        {
            if (!_arguments.Contains(arguments))
            {
                _arguments.Add(arguments);
            }

            _text.Append(CultureInfo.InvariantCulture, $"{field.Name}_{_arguments.IndexOf(arguments)}: ");
        }

        _text.Append(field.Name).Append(arguments);
        WriteDirectives();
        if (field.Type.Named.IsCompositeType)
        {
            WriteSelections(field.Type.Named, depth - 1, nextFragment, 1);
        }
    }

    private static bool Overlap(NamedType a, NamedType b) => Served.PossibleTypes(a).Intersect(Served.PossibleTypes(b)).Any();

    private string Arguments(FieldDefinition field) => field.Name switch
    {
        "node" or "artist" or "recording" or "album" when field.Arguments.Count > 0 => $"(id: {Id()})",
        "nodes" when field.Arguments.Count > 0 => $"(ids: [{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Id()))}])",
        "index" => $"(letter: \"{RandomMusic.Pick(random, ["a", "A", "K", "z"])}\"{(random.Next(2) == 0 ? ", first: 2" : "")})",
        _ when field.Arguments.Any(a => a.Name == "first") && random.Next(2) == 0 => $"(first: {random.Next(4)})",
        _ => "",
    };

    private string Id() => JsonSerializer.Serialize(random.Next(8) == 0 ? "nobody" : RandomMusic.Pick(random, graph.Nodes).Id);

    private void WriteDirectives()
    {
        foreach (var directive in (string[])["skip", "include"])
        {
            if (random.Next(10) == 0)
            {
                _text.Append(CultureInfo.InvariantCulture, $" @{directive}(if: ${RandomMusic.Pick(random, Variables)})");
            }
        }

        _text.Append(' ');
    }
}
