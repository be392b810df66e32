using GraphService.Cli;

var (settings, rest) = SettingFlags.Split(args);
return await CommandLine.RunAsync(CommandLine.CreateRoot(settings), rest);
