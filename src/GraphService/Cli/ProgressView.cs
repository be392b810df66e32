using Spectre.Console;

namespace GraphService.Cli;

/// <summary>A bar on standard error while something takes long; nothing where that is no terminal, or it is soon over.</summary>
internal static class ProgressView
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    /// <summary>Does the work, and shows how far it is.</summary>
    /// <param name="work">Is given what it tells its progress to: a title, and the share that is done from 0 to 1, or null when it is not known.</param>
    public static T Show<T>(Func<IProgress<WorkProgress>?, T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(null);
        }

        // Where it stands is kept from the first moment on; it is shown only when the wait is noticed.
        var latest = new Latest();
        var working = Task.Run(() => work(latest));
        if (!Wait(working, Patience))
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(Console.Error),
                ColorSystem = Display.IsColorRefused ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            });
            console.Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .Start(context => Follow(context, latest, working));
        }

        return working.GetAwaiter().GetResult();
    }

    private static void Follow(ProgressContext context, Latest latest, Task working)
    {
        var bar = context.AddTask(Markup.Escape(latest.Value.Title));
        do
        {
            bar.Description = Markup.Escape(latest.Value.Title);
            bar.IsIndeterminate = latest.Value.Share is null;
            bar.Value = 100 * (latest.Value.Share ?? 0);
        }
        while (!Wait(working, TimeSpan.FromMilliseconds(100)));
    }

    private static bool Wait(Task work, TimeSpan time)
    {
        try
        {
            return work.Wait(time);
        }
        catch (AggregateException)
        {
            // It is thrown where the result is asked for.
            return true;
        }
    }

    private sealed class Latest : IProgress<WorkProgress>
    {
        private volatile WorkProgress _value = new("Beginning", null);

        public WorkProgress Value => _value;

        public void Report(WorkProgress value) => _value = value;
    }
}

/// <summary>How far something is.</summary>
/// <param name="Title">What is being done.</param>
/// <param name="Share">The share that is done, from 0 to 1; null when it is not known.</param>
internal sealed record WorkProgress(string Title, double? Share);
