using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>Collects what is wrong with a schema, so that one run shows everything.</summary>
internal sealed class SchemaErrors
{
    public const string Files = "files";

    private readonly List<(string File, int Offset, GraphQLError Error)> _errors = [];

    /// <summary>Adds a fault at one or more places; nodes made by code have no place and are left out.</summary>
    public void Add(string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        var placed = new List<SyntaxNode>();
        foreach (var node in nodes)
        {
            if (node?.Source is not null)
            {
                placed.Add(node);
            }
        }

        var error = new GraphQLError(message, ErrorCodes.ValidationFailed) { Locations = [.. placed.Select(node => node.Location!.Value)] };
        if (placed.Any(node => node.Source!.Name is not null))
        {
            error = error with { Extensions = [new(Files, placed.ConvertAll(node => node.Source!.Name ?? "schema"))] };
        }

        var first = placed.FirstOrDefault();
        _errors.Add((first?.Source!.Name ?? "", first?.Start ?? 0, error));
    }

    /// <summary>Adds what the parser refused.</summary>
    public void Add(GraphQLError syntaxError, string? file)
    {
        var error = file is null ? syntaxError : syntaxError with { Extensions = [.. syntaxError.Extensions, new(Files, new List<string> { file })] };
        _errors.Add((file ?? "", 0, error));
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            // The sort is stable: faults of one place stay in the order of the rules.
            throw new SchemaException([.. _errors
                .OrderBy(e => e.File, StringComparer.Ordinal)
                .ThenBy(e => e.Offset)
                .Select(e => e.Error)]);
        }
    }
}
