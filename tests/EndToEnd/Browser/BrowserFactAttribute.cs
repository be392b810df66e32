using System.Runtime.CompilerServices;

namespace EndToEnd.Browser;

/// <summary>A test that needs Debian's chromium and the IDE that a build with Node.js installs; where one is missing, it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute([CallerMemberName] string test = "")
    {
        if (!File.Exists(Chromium))
        {
            Skip = $"There is no {Chromium}: apt-get install chromium.";
        }
        else if (!File.Exists(Path.Combine(HostProgram.OutputFolder, "ide", "index.html")))
        {
            Skip = "The program was built without the IDE: install Node.js and build again.";
        }

        if (Skip is not null)
        {
            // The console names skipped tests, but not why.
            DisplayName = $"{test} ({Skip})";
        }
    }
}
