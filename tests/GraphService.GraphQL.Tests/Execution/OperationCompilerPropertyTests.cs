using FsCheck;
using FsCheck.Fluent;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Tests.Introspection;

namespace GraphService.GraphQL.Tests.Execution;

public class OperationCompilerPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static Arbitrary<string> Operations(bool withVariables) =>
        Gen.Choose(0, int.MaxValue).Select(seed => new RandomOperation(seed, withVariables).Write()).ToArbitrary();

    [Fact]
    public void Without_variables_an_operation_has_the_fields_of_CollectFields_in_its_order() => Prop.ForAll(Operations(withVariables: false), text =>
        AssertSame(text, _ => false, fields => fields)).Check(Config);

    // A field stands where it first may appear, whatever the variables: the order is not compared here.
    [Fact]
    public void For_all_values_of_its_variables_an_operation_has_the_fields_of_CollectFields() => Prop.ForAll(Operations(withVariables: true), text =>
    {
        for (var assignment = 0; assignment < 1 << RandomOperation.Variables.Count; assignment++)
        {
            var holding = RandomOperation.Variables.Where((_, i) => (assignment & (1 << i)) != 0).ToHashSet();
            AssertSame(text, holding.Contains, Enumerable.Order);
        }
    }).Check(Config);

    private static void AssertSame(string text, Func<string, bool> variable, Func<IEnumerable<string>, IEnumerable<string>> order)
    {
        var document = Parser.ParseDocument(new SourceText(text));
        var compiled = OperationCompiler.Compile(FilmSchema.Instance, document, OperationCompiler.GetOperation(document, null), maxFields: int.MaxValue);
        Assert.Equal(new NaiveCollector(document, variable).Text(order), Text(compiled, variable, order));
    }

    private static string Text(CompiledOperation operation, Func<string, bool> variable, Func<IEnumerable<string>, IEnumerable<string>> order)
    {
        var conditions = operation.Conditions.Select(condition => condition.Holds(variable)).ToArray();
        return OfSet(operation.Selections);

        string OfSet(CompiledSelectionSet set) => $"{{ {string.Join(" | ", set.ByType.Select(pair => $"{pair.Key}: {string.Join(' ', order(OfFields(pair.Value)))}"))} }}";

        IEnumerable<string> OfFields(IReadOnlyList<CompiledField> fields) => fields
            .Where(field => field.Condition < 0 || conditions[field.Condition])
            .Select(field => $"{field.ResponseName}:{field.Definition.Name}{(field.Selections is null ? "" : OfSet(field.Selections))}");
    }
}
