using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Validation;

/// <summary>A small schema about films in which every rule has something to say.</summary>
internal static class FilmSchema
{
    public const string Sdl = """
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name: String! }

        type Person implements Named & Node {
          id: ID!
          name: String!
          born: Int
          films(roles: [Role!], first: Int = 10): [Film!]!
        }

        type Film implements Node {
          id: ID!
          title: String!
          year: Int
          kind: Kind!
          director: Person
          cast(role: Role): [Person!]!
          score(scale: Int!, digits: Int! = 1): Float
        }

        type Series implements Node {
          id: ID!
          title: String
          year: String
          kind: Kind!
          seasons: Int!
          director: Person
          cast: [Person]
        }

        type Festival implements Named & Node { id: ID! name: String! films: [Film!]! }

        union Work = Film | Series
        union Honoree = Person | Film

        enum Role { DIRECTOR WRITER ACTOR }
        enum Kind { FILM SERIES }

        input FilmFilter {
          title: String
          year: Int
          score: Float
          seen: Boolean
          id: ID
          role: Role
          genres: [String!]
          years: YearRange
          and: [FilmFilter!]
        }

        input YearRange { from: Int! to: Int! = 2025 }
        input PersonBy @oneOf { id: ID name: String }

        type Query {
          node(id: ID!): Node
          named: Named
          film(id: ID, title: String): Film
          films(where: FilmFilter, years: [Int], first: Int = 10): [Film!]!
          person(by: PersonBy!): Person
          work: Work
          honoree: Honoree
          festival: Festival
          released(years: YearRange!): Int
        }

        type Subscription { filmAdded: Film! personAdded: Person! }

        directive @cached(seconds: Int!) on QUERY | FIELD
        directive @tag(name: String) repeatable on FIELD
        directive @anywhere on QUERY | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
        """;

    public static Schema Instance { get; } = SchemaBuilder.Build(Parser.ParseDocument(new SourceText(Sdl), ParserOptions.Schema));
}
