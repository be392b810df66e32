namespace GraphService.Cli;

/// <summary>The API refused a question that a command asked on the way: its errors are the command's.</summary>
internal sealed class RefusedException(Answer answer) : Exception(string.Join('\n', answer.Errors.Select(Answer.MessageOf)))
{
    /// <summary>What it answered.</summary>
    public Answer Answer => answer;
}
