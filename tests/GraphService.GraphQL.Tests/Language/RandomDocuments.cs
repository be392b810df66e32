using FsCheck;
using FsCheck.Fluent;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Tests.Language;

/// <summary>Documents of every kind of node, made by chance. One seed always makes the same document.</summary>
internal sealed partial class RandomDocuments(int seed)
{
    // Words that mean something somewhere, and some that do not.
    private static readonly string[] s_names = ["film", "title", "on", "fragment", "query", "type", "input", "extend", "true", "null", "repeatable", "implements", "_", "a1", "Film"];
    private static readonly string[] s_texts = ["", "Heat", "two\nlines", "  indented", "\n", "a\n  b\n\nc", "\"", "\\", "\"\"\"", "\\\"\"\"", " ", "a\r\nb", "\t\b\0", "Amélie 🎬", "  all\n  of it", new('x', 90)];
    private static readonly string[] s_locations = ["QUERY", "FIELD", "OBJECT", "INPUT_FIELD_DEFINITION"];

    private readonly Random _random = new(seed);

    /// <summary>Shrinks by leaving out definitions.</summary>
    public static Arbitrary<DocumentNode> Arbitrary { get; } = Arb.From(
        Gen.Choose(0, int.MaxValue).Select(seed => new RandomDocuments(seed).Document()),
        document => Enumerable.Range(0, document.Definitions.Count == 1 ? 0 : document.Definitions.Count)
            .Select(left => new DocumentNode([.. document.Definitions.Where((_, i) => i != left)])));

    public DocumentNode Document() => new(Many<DefinitionNode>(1, 4, () => Maybe() ? Executable() : TypeSystem()));

    private ExecutableDefinitionNode Executable() => Maybe()
        ? new OperationDefinitionNode
        {
            Operation = (OperationType)_random.Next(3),
            Description = Description(),
            Name = Maybe() ? Name() : null,
            VariableDefinitions = Many(0, 2, Variable),
            Directives = Directives(isConst: false),
            SelectionSet = SelectionSet(3),
        }
        : new FragmentDefinitionNode
        {
            Description = Description(),
            Name = NameBut("on"),
            TypeCondition = Named(),
            Directives = Directives(isConst: false),
            SelectionSet = SelectionSet(3),
        };

    private VariableDefinitionNode Variable() => new()
    {
        Description = Description(),
        Variable = new VariableNode(Name()),
        Type = Type(3),
        DefaultValue = DefaultValue(),
        Directives = Directives(isConst: true),
    };

    private SelectionSetNode SelectionSet(int depth) => new(Many(1, 3, () => Selection(depth)));

    private SelectionNode Selection(int depth) => _random.Next(4) switch
    {
        0 => new FragmentSpreadNode { Name = NameBut("on"), Directives = Directives(isConst: false) },
        1 when depth > 0 => new InlineFragmentNode
        {
            TypeCondition = Maybe() ? Named() : null,
            Directives = Directives(isConst: false),
            SelectionSet = SelectionSet(depth - 1),
        },
        _ => new FieldNode
        {
            Alias = Maybe() ? Name() : null,
            Name = Name(),
            Arguments = Arguments(isConst: false),
            Directives = Directives(isConst: false),
            SelectionSet = depth > 0 && Maybe() ? SelectionSet(depth - 1) : null,
        },
    };

    private List<DirectiveNode> Directives(bool isConst) =>
        Many(0, 2, () => new DirectiveNode { Name = Name(), Arguments = Arguments(isConst) });

    private List<ArgumentNode> Arguments(bool isConst) => Many(0, 2, () => new ArgumentNode(Name(), Value(2, isConst)));

    private ValueNode? DefaultValue() => Maybe() ? Value(2, isConst: true) : null;

    private ValueNode Value(int depth, bool isConst) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => new IntValueNode(_random.Next(-99, 99).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        1 => new FloatValueNode("-1.5e10"),
        2 => Text(),
        3 => new BooleanValueNode(Maybe()),
        4 => new NullValueNode(),
        5 when !isConst => new VariableNode(Name()),
        5 or 6 => new EnumValueNode(NameBut("true", "null").Value),
        7 => new ListValueNode(Many(0, 2, () => Value(depth - 1, isConst))),
        _ => new ObjectValueNode(Many(0, 2, () => new ObjectFieldNode(Name(), Value(depth - 1, isConst)))),
    };

    private TypeNode Type(int depth) => _random.Next(depth > 0 ? 3 : 1) switch
    {
        0 => Named(),
        1 => new ListTypeNode(Type(depth - 1)),
        _ => new NonNullTypeNode(Maybe() ? Named() : new ListTypeNode(Type(depth - 1))),
    };

    private StringValueNode? Description() => Maybe() ? Text() : null;

    private StringValueNode Text() => new(Choose(s_texts)) { Block = Maybe() };

    private NamedTypeNode Named() => new(Name());

    private NameNode Name() => new(Choose(s_names));

    private NameNode NameBut(params string[] excluded) => new(Choose([.. s_names.Except(excluded)]));

    private T Choose<T>(T[] items) => items[_random.Next(items.Length)];

    private bool Maybe() => _random.Next(2) == 0;

    private List<T> Many<T>(int min, int max, Func<T> item) => [.. Enumerable.Range(0, _random.Next(min, max + 1)).Select(_ => item())];
}
