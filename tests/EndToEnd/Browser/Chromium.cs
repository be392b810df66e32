using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>One headless browser for all tests of a class; nothing is downloaded for it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>A page in a new session. What it says and asks for is recorded.</summary>
    public async Task<IPage> OpenPageAsync(List<string> errors, List<string> requests)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFactAttribute.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var session = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 1200 } });
        session.SetDefaultTimeout(60_000); // two cores, shared by all tests
        var page = await session.NewPageAsync();
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
