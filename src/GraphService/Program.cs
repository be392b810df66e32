using System.CommandLine;
using GraphService.Cli;

var (settings, rest) = SettingFlags.Split(args);
var serve = new ServeCommand(settings);
var root = new RootCommand("A GraphQL server over a graph of films.")
{
    serve.Create(),
    new QueryCommand(settings).Create(),
    SchemaCommand.Create(),
    ValidateCommand.Create(),
    new ImportCommand(settings).Create(),
};
serve.AddTo(root); // no verb is serve

return await CommandLine.RunAsync(root, rest);
