using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EndToEnd.Http;

/// <summary>Starts that must fail: what is said, where, and with which exit code.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_port_in_use_is_named_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";
        var (exitCode, _, errors) = await HostProgram.RunAsync("--urls", address);
        Assert.Equal($"Failed to bind to address {address}: address already in use. Stop the program that uses it, or choose another port: --urls http://localhost:5001\n", errors);
        Assert.Equal(3, exitCode);
    }

    [Fact]
    public async Task A_graph_folder_that_is_not_there_is_named()
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync("--urls", "http://127.0.0.1:0", "--graph", "no/such/folder");
        var folder = Path.GetFullPath("no/such/folder", Path.GetTempPath());
        Assert.Equal($"The graph in {folder} has 1 fault; nothing was loaded.\n{folder}: there is no such folder\n", errors);
        Assert.Empty(output);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task Every_fault_of_a_graph_folder_is_named_and_nothing_is_served()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "works.csv"), "id:ID,title,year:int,:LABEL\na,A,soon,Work;Film\nb,B,late,Work;Film\n");
        var (serveCode, serveOutput, serveErrors) = await HostProgram.RunAsync("--urls", "http://127.0.0.1:0", "--graph", folder.FullName);
        var (validateCode, validateOutput, validateErrors) = await HostProgram.RunAsync("validate", folder.FullName);
        folder.Delete(recursive: true);

        var faults = validateOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, faults.Length);
        Assert.StartsWith("works.csv:2:3 (year:int): ", faults[0]);
        Assert.StartsWith("works.csv:3:3 (year:int): ", faults[1]);
        Assert.Equal((2, "2 faults.\n"), (validateCode, validateErrors));
        Assert.Equal($"The graph in {folder.FullName} has 2 faults; nothing was loaded.\n{validateOutput}", serveErrors);
        Assert.Equal((2, ""), (serveCode, serveOutput));
    }

    [Fact]
    public async Task Many_faults_are_left_to_validate()
    {
        var folder = Directory.CreateTempSubdirectory();
        var rows = Enumerable.Range(0, 1100).Select(i => $"w{i},Title {i},soon,Work;Film\n");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "works.csv"), "id:ID,title,year:int,:LABEL\n" + string.Concat(rows));
        var (serveCode, _, serveErrors) = await HostProgram.RunAsync("--urls", "http://127.0.0.1:0", "--graph", folder.FullName);
        var (validateCode, validateOutput, validateErrors) = await HostProgram.RunAsync("validate", folder.FullName);
        folder.Delete(recursive: true);

        Assert.EndsWith($"\nsee all: validate {folder.FullName}\n", serveErrors);
        Assert.Equal(1100, validateOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal((2, 2, "1100 faults.\n"), (serveCode, validateCode, validateErrors));
    }

    [Fact]
    public async Task What_is_kept_but_not_served_is_said()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "studios.csv"), "id:ID,:LABEL\na,Studio\nb,Studio\nc,Studio\n");
        var (exitCode, output, errors) = await HostProgram.RunAsync("validate", folder.FullName);
        using var program = HostProgram.Start("--urls", "http://127.0.0.1:0", "--graph", folder.FullName);
        var said = new List<string>();
        while (await program.StandardOutput.ReadLineAsync() is { } line && line != "ready")
        {
            said.Add(line);
        }

        program.Kill();
        folder.Delete(recursive: true);

        Assert.Contains("has no faults: ", output);
        Assert.Equal((0, "Kept, but not served: label Studio: 3 nodes\n"), (exitCode, errors));
        Assert.StartsWith("Loaded ", said[0]);
        Assert.Equal("Kept, but not served: label Studio: 3 nodes", said[1]);
        Assert.StartsWith("Open ", said[2]);
    }

    [Fact]
    public async Task A_port_that_no_address_has_is_named()
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync("--urls", "http://127.0.0.1:99999");
        Assert.Equal((2, "", "Cannot listen on http://127.0.0.1:99999: a port is at most 65535.\n"), (exitCode, output, errors));
    }

    [Theory]
    [InlineData("serve", true)]
    [InlineData("schema", false)]
    [InlineData("validate", false)]
    public async Task A_verb_helps_only_with_its_own_options(string verb, bool hasGraph)
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync(verb, "--help");
        Assert.Equal((0, "", hasGraph), (exitCode, errors, output.Contains("--graph", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_seed_has_no_faults()
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync("validate", Path.Combine(HostProgram.OutputFolder, "seed"));
        Assert.Contains("has no faults: ", output);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync("schema");
        Assert.Contains("type Query {", output);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task Every_bad_setting_is_named()
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync("--Limits:RequestBytes=0", "--Limits:RequestTimeout=10", "--urls", "localhost:5000");
        Assert.Equal("""
            Limits:RequestBytes must be at least 1, but is 0.
            Limits:RequestTimeout must be more than 00:00:00 and at most 01:00:00 (hours:minutes:seconds), but is 10.00:00:00.
            Cannot listen on localhost:5000: an address looks like http://localhost:5001.

            """, errors);
        Assert.Empty(output);
        Assert.Equal(2, exitCode);
    }

    [Theory]
    [InlineData("frob", "Unrecognized command or argument 'frob'. See --help.\n")]
    [InlineData("--frob", "Unrecognized command or argument '--frob'. See --help.\n")]
    [InlineData("--urls", "Required argument missing for option: '--urls'. See --help.\n")]
    public async Task What_is_not_understood_is_named(string argument, string message)
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync(argument);
        Assert.Equal((2, "", message), (exitCode, output, errors));
    }

    [Fact]
    public async Task Help_goes_to_standard_output()
    {
        var (exitCode, output, errors) = await HostProgram.RunAsync("--help");
        Assert.Contains("serve", output);
        Assert.Contains("--graph <DIR>", output);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task A_signal_ends_it_in_good_order()
    {
        using var program = HostProgram.Start("--urls", "http://127.0.0.1:0");
        var said = new StringBuilder();
        while (await program.StandardOutput.ReadLineAsync() is { } line && line != "ready")
        {
            said.AppendLine(line);
        }

        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await program.WaitForExitAsync(limit.Token);
        Assert.Equal((0, ""), (program.ExitCode, await program.StandardError.ReadToEndAsync(limit.Token)));
    }
}
