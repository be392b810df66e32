using System.Text;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>A place inside an input value, from the inside out: cheap to extend, written only in errors.</summary>
/// <param name="Parent">Null for the variable or argument itself.</param>
/// <param name="Key">A name, or the index in a list.</param>
internal sealed record InputPath(InputPath? Parent, object Key)
{
    public InputPath Field(string name) => new(this, name);

    public InputPath Item(int index) => new(this, index);

    /// <summary>As errors show it: <c>where.or[1].title</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    private void Append(StringBuilder text)
    {
        Parent?.Append(text);
        _ = Key switch
        {
            int index => text.Append('[').Append(index).Append(']'),
            _ when Parent is null => text.Append(Key),
            _ => text.Append('.').Append(Key),
        };
    }
}
