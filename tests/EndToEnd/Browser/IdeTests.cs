namespace EndToEnd.Browser;

public sealed class IdeTests(Service service, Chromium chromium) : IClassFixture<Service>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task A_visitor_runs_the_example_and_sees_two_films_of_one_title()
    {
        List<string> errors = [], requests = [];
        var page = await chromium.OpenPageAsync(errors, requests);
        await page.GotoAsync(service.Address.ToString());
        Assert.Equal(service.Address + "graphql/", page.Url);

        try
        {
            await page.GetByText("Create Document").ClickAsync();
            await page.GetByText("FilmsOfOneTitle").First.WaitForAsync();
            await page.GetByText("Schema available").WaitForAsync();
            await page.Keyboard.PressAsync("Control+Alt+Enter");
            await page.GetByText("\"Fabrice Gobert\"").WaitForAsync();
            await page.GetByText("\"Antoine Blossier\"").WaitForAsync();
        }
        finally
        {
            if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "ide.png") });
            }
        }

        Assert.Empty(errors);
        // Nothing is asked of any other server: the page works offline and tells no one.
        Assert.All(requests, url => Assert.StartsWith(service.Address.GetLeftPart(UriPartial.Authority), url));
    }
}
