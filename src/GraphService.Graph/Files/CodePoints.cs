namespace GraphService.Graph.Files;

/// <summary>Compares strings by code point, which is the order of their UTF-8 bytes.</summary>
internal static class CodePoints
{
    public static int Compare(string x, string y)
    {
        var common = x.AsSpan().CommonPrefixLength(y);
        return common == x.Length || common == y.Length
            ? x.Length.CompareTo(y.Length)
            : Weight(x[common]).CompareTo(Weight(y[common]));
    }

    // Surrogates stand for what comes after U+FFFF, yet their code units come before U+E000.
    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
