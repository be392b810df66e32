using GraphService.Graph.Model;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Schema;

/// <summary>A domain, ready to serve: its schema, the model of its graph, and what every field reads.</summary>
public sealed class Domain
{
    private readonly IReadOnlySet<string> _records;

    // A graph can be loaded by the model alone: the schema is built beside, so that the first answer comes sooner.
    private readonly Task<(GraphQL.TypeSystem.Schema Schema, string Sdl)> _served;

    private Domain(Task<(GraphQL.TypeSystem.Schema Schema, string Sdl)> served, GraphModel model, IReadOnlyDictionary<(string Type, string Field), FieldBinding> bindings, IReadOnlySet<string> records)
    {
        _served = served;
        _records = records;
        Model = model;
        Bindings = bindings;
    }

    /// <summary>The served schema; waits until it is built.</summary>
    /// <exception cref="SchemaException">The generated schema is invalid: the domain file names types that do not fit together.</exception>
    public GraphQL.TypeSystem.Schema Schema => _served.GetAwaiter().GetResult().Schema;

    public GraphModel Model { get; }

    /// <summary>The served schema in the schema definition language.</summary>
    public string Sdl => _served.GetAwaiter().GetResult().Sdl;

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
        var graph = new GraphModel
        {
            Tables = model.Tables,
            Kinds = model.Kinds,
            RelationshipTypes = model.RelationshipTypes,
            Adjacencies = binder.Adjacencies,
            SourceTable = model.Tables.FirstOrDefault(t => t.Label == sourceLabel)
                ?? throw DomainException.At(file.Document, $"No type has the label \"{sourceLabel}\", of the nodes that evidence names."),
        };
        var records = file.Objects.Where(o => Directives.Has(o.Directives, "record")).Select(o => o.Name.Value).ToHashSet(StringComparer.Ordinal);
        return new Domain(Task.Run(() => Serve(file, binder)), graph, binder.Bindings, records);
    }

    private static (GraphQL.TypeSystem.Schema Schema, string Sdl) Serve(DomainFile file, DomainBinder binder)
    {
        var document = new SchemaGenerator(file, binder).Generate();
        var scalars = new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal) { ["Date"] = ScalarCoercion.Date, ["Long"] = ScalarCoercion.Long };
        return (SchemaBuilder.Build(document, scalars), Printer.Print(document));
    }
}
