namespace GraphService.TestSupport;

/// <summary>A text is not what its golden file says, or there is no such file.</summary>
public sealed class GoldenException(string message) : Exception(message);
