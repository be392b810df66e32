using GraphService.Cli;
using GraphService.Engine.Pipeline;

namespace GraphService.Options;

/// <summary>All settings of the program, read and judged before anything starts.</summary>
internal sealed record Settings(GraphOptions Graph, LimitsOptions Limits, EngineLimits Engine, CorsOptions Cors, ListenOptions Listen)
{
    /// <exception cref="BadInputException">A setting cannot be used: every fault.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        try
        {
            var settings = new Settings(
                configuration.GetSection(GraphOptions.Section).Get<GraphOptions>() ?? new(),
                configuration.GetSection(LimitsOptions.Section).Get<LimitsOptions>() ?? new(),
                configuration.GetSection(LimitsOptions.Section).Get<EngineLimits>() ?? new(),
                configuration.GetSection(CorsOptions.Section).Get<CorsOptions>() ?? new(),
                ListenOptions.Read(configuration));
            var faults = settings.Graph.Faults().Concat(settings.Limits.Faults()).Concat(settings.Engine.Faults(LimitsOptions.Section)).Concat(settings.Cors.Faults()).Concat(settings.Listen.Faults()).ToList();
            return faults.Count == 0 ? settings : throw new BadInputException(faults);
        }
        catch (InvalidOperationException error)
        {
            // "Failed to convert configuration value 'x' at 'Limits:RequestBytes' to type 'System.Int32'."
            throw new BadInputException(error.Message
                .Replace("type 'GraphService.Options.StoreKind'", "embedded or neo4j", StringComparison.Ordinal)
                .Replace("type 'System.TimeSpan'", "a time (hours:minutes:seconds)", StringComparison.Ordinal)
                .Replace("type 'System.Int32'", "a whole number", StringComparison.Ordinal)
                .Replace("type 'System.Int64'", "a whole number", StringComparison.Ordinal));
        }
    }
}
