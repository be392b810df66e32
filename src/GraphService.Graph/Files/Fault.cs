namespace GraphService.Graph.Files;

/// <summary>Something wrong in a graph folder.</summary>
/// <param name="File">The file's name, or the folder when it concerns no file.</param>
/// <param name="Line">The line where the record begins, from 1; 0 when it concerns the file as a whole.</param>
/// <param name="Column">The column's number, from 1; 0 when it concerns the record as a whole.</param>
/// <param name="Header">The column's header, when it has one.</param>
/// <param name="Message">What is wrong and what to do.</param>
public readonly record struct Fault(string File, long Line, int Column, string? Header, string Message)
{
    /// <summary><c>file:line:column (header): message</c>, without what is not known.</summary>
    public override string ToString() =>
        (Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : Header is null ? $"{File}:{Line}:{Column}" : $"{File}:{Line}:{Column} ({Header})")
        + ": " + Message;
}
