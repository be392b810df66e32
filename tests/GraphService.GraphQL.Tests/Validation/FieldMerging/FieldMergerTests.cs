using FsCheck;
using FsCheck.Fluent;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.FieldMerging;

public class FieldMergerTests
{
    [Fact]
    public void Groups_find_a_conflict_exactly_where_the_specification_s_pairs_do()
    {
        var (valid, invalid) = (0, 0);
        var seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(seeds, seed =>
        {
            var query = new RandomQueries(seed).Next();
            var document = Parser.ParseDocument(new SourceText(query));
            var expected = new PairwiseMerging(FilmSchema.Instance, document).AllCanMerge();
            var context = new ValidationContext(FilmSchema.Instance, document, ValidationOptions.Default);
            DocumentValidator.Run(context, [c => new OverlappingFieldsCanBeMergedRule(c)]);
            (valid, invalid) = expected ? (valid + 1, invalid) : (valid, invalid + 1);
            return (context.Errors.Count == 0 == expected).Label(query);
        }));

        // The law says nothing unless both happen often.
        Assert.InRange(valid, 200, 800);
        Assert.InRange(invalid, 200, 800);
    }
}
