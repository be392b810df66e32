using System.Text.Json;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>Ends the coercion of variables early.</summary>
internal sealed class CoercionEndedException : Exception;

/// <summary>Collects what is wrong with the variables of a request.</summary>
internal sealed class VariableErrors(int maxErrors)
{
    private readonly List<GraphQLError> _errors = [];
    private string _variable = "";
    private SourceLocation? _location;

    public IReadOnlyList<GraphQLError> All => _errors;

    /// <summary>The variable that the following errors are about.</summary>
    public void Begin(VariableDefinitionNode definition)
    {
        _variable = definition.Variable.Name.Value;
        _location = definition.Location;
    }

    public void Add(JsonElement value, InputPath path, string reason)
    {
        var place = path.ToString();
        var at = path.Parent is null ? "" : $" at \"{place}\"";
        Add($"Variable \"${_variable}\" got invalid value {ShortText.Of(value)}{at}; {reason}", place);
    }

    /// <summary>Adds an error about the variable as a whole.</summary>
    public void AddOther(string message) => Add(message, _variable);

    /// <summary>Adds an error after which nothing more is looked at.</summary>
    public void EndWith(GraphQLError error)
    {
        _errors.Add(Locate(error));
        throw new CoercionEndedException();
    }

    public static GraphQLError TooManyNodes(VariableLimits limits) =>
        GraphQLErrors.Limit("INPUT_NODES", limits.MaxInputNodes, $"The variables hold more than {limits.MaxInputNodes} values. Send fewer.");

    public static GraphQLError TooLong(InputPath path, int length, VariableLimits limits) =>
        GraphQLErrors.Limit("LIST_LENGTH", limits.MaxListLength, $"The list at \"{path}\" has {length} items, and at most {limits.MaxListLength} are allowed. Send it in parts.");

    private void Add(string message, string place)
    {
        if (_errors.Count >= maxErrors)
        {
            EndWith(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.BadUserInput));
        }

        _errors.Add(Locate(new GraphQLError(message, ErrorCodes.BadUserInput) { Extensions = [new("argument", place)] }));
    }

    private GraphQLError Locate(GraphQLError error) => _location is { } location ? error with { Locations = [location] } : error;
}
