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
        AssertSame(text, _ => false)).Check(Config);

    [Fact]
    public void For_all_values_of_its_variables_an_operation_has_the_fields_of_CollectFields_in_its_order() => Prop.ForAll(Operations(withVariables: true), text =>
    {
        for (var assignment = 0; assignment < 1 << RandomOperation.Variables.Count; assignment++)
        {
            var holding = RandomOperation.Variables.Where((_, i) => (assignment & (1 << i)) != 0).ToHashSet();
            AssertSame(text, holding.Contains);
        }
    }).Check(Config);

    private static void AssertSame(string text, Func<string, bool> variable)
    {
        var document = Parser.ParseDocument(new SourceText(text));
        var compiled = OperationCompiler.Compile(FilmSchema.Instance, document, OperationCompiler.GetOperation(document, null), maxFields: int.MaxValue);
        Assert.Equal(new NaiveCollector(document, variable).Text(), Text(compiled, variable));
    }

    private static string Text(CompiledOperation operation, Func<string, bool> variable)
    {
        var conditions = operation.Conditions.Select(condition => condition.Holds(variable)).ToArray();
        return OfSet(operation.Selections);

        string OfSet(CompiledSelectionSet set) => $"{{ {string.Join(" | ", set.ByType.Select(pair => $"{pair.Key}: {string.Join(' ', OfFields(pair.Value))}"))} }}";

        IEnumerable<string> OfFields(IReadOnlyList<CompiledField> fields) => fields
            .Where(field => field.Condition < 0 || conditions[field.Condition])
            .Select(field => $"{field.ResponseName}:{field.Definition.Name}{(field.Selections is null ? "" : OfSet(field.Selections))}");
    }
}
