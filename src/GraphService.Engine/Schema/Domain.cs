using GraphService.Graph.Model;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Schema;

/// <summary>A domain, ready to serve: its schema, the model of its graph, and what every field reads.</summary>
public sealed class Domain
{
    private readonly IReadOnlySet<string> _records;

    private Domain(GraphQL.TypeSystem.Schema schema, GraphModel model, IReadOnlyDictionary<(string Type, string Field), FieldBinding> bindings, IReadOnlySet<string> records, string sdl)
    {
        _records = records;
        Schema = schema;
        Model = model;
        Bindings = bindings;
        Sdl = sdl;
    }

    public GraphQL.TypeSystem.Schema Schema { get; }

    public GraphModel Model { get; }

    /// <summary>The served schema in the schema definition language.</summary>
    public string Sdl { get; }

    internal IReadOnlyDictionary<(string Type, string Field), FieldBinding> Bindings { get; }

    /// <summary>The default order of a connection's nodes, complete and without ranks.</summary>
    internal OrderTerm[] NodeOrder(NamedType connection)
    {
        var node = ((ObjectType)connection).Field("nodes")!.Type.Named;
        var kind = Model.Kinds.First(k => Schema.PossibleTypes(node).Any(t => DomainFile.EnumName(t.Name) == k.Name));
        return [.. kind.Table.DefaultOrder.Select(p => new OrderTerm(Subject.Node, ValueKind.Property, p)), new OrderTerm(Subject.Node, ValueKind.Id)];
    }

    /// <summary>True when objects of the type are relationships.</summary>
    internal bool IsRecord(string typeName) => _records.Contains(typeName);

    /// <summary>Builds a domain from its file.</summary>
    /// <param name="source">The domain file.</param>
    /// <param name="sourceLabel">The label of the nodes that evidence names.</param>
    /// <param name="hidden">Labels that are kept but not served.</param>
    /// <param name="code">The fields that code answers.</param>
    /// <exception cref="DomainException">The file cannot be served.</exception>
    public static Domain Create(SourceText source, string sourceLabel, IReadOnlyList<HiddenTable> hidden, IEnumerable<CodeField> code)
    {
        var file = new DomainFile(source);
        var model = new ModelBuilder(file, hidden);
        var binder = new DomainBinder(file, model, code);
        var document = new SchemaGenerator(file, binder).Generate();
        var schema = SchemaBuilder.Build(document, new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal) { ["Date"] = ScalarCoercion.Date, ["Long"] = ScalarCoercion.Long });
        var graph = new GraphModel
        {
            Tables = model.Tables,
            Kinds = model.Kinds,
            RelationshipTypes = model.RelationshipTypes,
            Adjacencies = binder.Adjacencies,
            SourceTable = model.Tables.Single(t => t.Label == sourceLabel),
        };
        var records = file.Objects.Where(o => Directives.Has(o.Directives, "record")).Select(o => o.Name.Value).ToHashSet(StringComparer.Ordinal);
        return new Domain(schema, graph, binder.Bindings, records, Printer.Print(document));
    }
}
