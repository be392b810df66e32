using GraphService.Neo4j.Loading;
using Spectre.Console;

namespace GraphService.Cli;

/// <summary>Shows how far an import is, or the reading of a database, on standard error: as a bar on a terminal, else as a few lines.</summary>
internal static class ImportProgressView
{
    public static async Task<T> ShowAsync<T>(Func<IProgress<ImportProgress>, Task<T>> import)
    {
        if (Console.IsErrorRedirected)
        {
            return await import(new ImportProgressLines(Console.Error));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(context => import(new Bars(context)));
    }

    /// <summary>One bar for each phase.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<ImportProgress>
    {
        private ImportPhase? _phase;
        private ProgressTask? _bar;

        public void Report(ImportProgress value)
        {
            if (_phase != value.Phase)
            {
                _phase = value.Phase;
                End();
                _bar = context.AddTask(ImportProgressLines.Title(value.Phase), autoStart: true, maxValue: Math.Max(1, value.Total));
                _bar.IsIndeterminate = value.Total == 0;
            }

            _bar!.Value = value.Done;
            if (value.Total > 0 && value.Done == value.Total)
            {
                End();
            }
        }

        private void End()
        {
            if (_bar is { IsFinished: false })
            {
                _bar.IsIndeterminate = false;
                _bar.Value = _bar.MaxValue;
                _bar.StopTask();
            }
        }
    }
}
