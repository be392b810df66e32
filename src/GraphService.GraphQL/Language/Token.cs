namespace GraphService.GraphQL.Language;

/// <summary>A lexical token as a range of the text: its value is only made when someone asks the <see cref="Lexer"/> for it.</summary>
public readonly record struct Token(TokenKind Kind, int Start, int End);
