using GraphService.Neo4j.Tests.Projection;

namespace GraphService.Neo4j.Tests.Cypher;

public sealed class StageRunnerTests : IAsyncDisposable
{
    private const string Person = "{ person(id: \"a\") { id } }";
    private const string Shared = "{ sharedWorks(people: [\"a\", \"b\"]) { nodes { id } } person(id: \"a\") { id } }";
    private const string Path = "{ collaborationPath(from: \"a\", to: \"b\") { degrees } person(id: \"a\") { id } }";
    private const string Gone = "503 (1) {\"errors\":[{\"message\":\"The graph has just been replaced by a new one: try again in a moment.\",\"extensions\":{\"code\":\"UNAVAILABLE\"}}]}";
    private const string NotLoaded = "{\"data\":{\"collaborationPath\":null,\"person\":{\"id\":\"a\"}},\"errors\":[{\"message\":\"What paths are found in is still being loaded: try again in a moment.\","
        + "\"locations\":[{\"line\":1,\"column\":3}],\"path\":[\"collaborationPath\"],\"extensions\":{\"code\":\"UNAVAILABLE\",\"retryAfter\":1}}]}";

    private readonly FakeDatabase _database = new() { Answer = _ => [FakeDatabase.Items(FakeDatabase.Items("a"))] };
    private readonly Requests _requests;

    public StageRunnerTests() => _requests = new Requests(_database);

    public ValueTask DisposeAsync() => _requests.DisposeAsync();

    [Fact]
    public async Task An_operation_is_one_statement_on_the_slot_that_is_served()
    {
        Assert.Equal("{\"data\":{\"person\":{\"id\":\"a\"}}}", await _requests.AskAsync(Person));

        Assert.Contains(":GraphA", Assert.Single(_database.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_slot_is_asked_once_more_and_by_then_on_at_once()
    {
        (_database.Slot, _database.Number) = ("GraphB", 2);

        Assert.Equal("{\"data\":{\"person\":{\"id\":\"a\"}}}", await _requests.AskAsync(Person));
        Assert.Equal(["GraphA", "GraphB"], _database.Requests.Select(SlotOf));

        await _requests.AskAsync(Person);
        Assert.Equal(["GraphA", "GraphB", "GraphB"], _database.Requests.Select(SlotOf));
    }

    [Fact]
    public async Task A_graph_that_changes_all_the_time_is_refused_after_three_statements()
    {
        _database.BeforeAnswer = () => (_database.Slot, _database.Number) = (_database.Slot == "GraphA" ? "GraphB" : "GraphA", _database.Number + 1);

        Assert.Equal(Gone, await _requests.AskAsync(Person));
        Assert.Equal(3, _database.Requests.Count);
    }

    [Fact]
    public async Task A_request_for_a_path_keeps_its_generation_while_the_database_keeps_it()
    {
        await _requests.LoadProjectionAsync();
        _database.BeforeProjection = new TaskCompletionSource().Task;
        (_database.Slot, _database.Number, _database.IsPreviousKept) = ("GraphB", 2, true);

        Assert.Equal("{\"data\":{\"collaborationPath\":{\"degrees\":1},\"person\":{\"id\":\"a\"}}}", await _requests.AskAsync(Path));

        Assert.Equal(["GraphA"], _database.Requests.Select(SlotOf));
    }

    [Fact]
    public async Task A_path_in_a_generation_that_is_gone_is_refused_and_its_siblings_answer()
    {
        await _requests.LoadProjectionAsync();
        var loading = new TaskCompletionSource();
        _database.BeforeProjection = loading.Task;
        (_database.Slot, _database.Number) = ("GraphB", 2);

        Assert.Equal(NotLoaded, await _requests.AskAsync(Path));
        Assert.Equal(["GraphA", "GraphB"], _database.Requests.Select(SlotOf));

        loading.SetResult();
        await _requests.WaitForProjectionAsync();
        Assert.Equal("{\"data\":{\"collaborationPath\":{\"degrees\":1},\"person\":{\"id\":\"a\"}}}", await _requests.AskAsync(Path));
        Assert.Equal(["GraphA", "GraphB", "GraphB"], _database.Requests.Select(SlotOf));
    }

    [Fact]
    public async Task A_path_is_not_found_in_one_graph_and_read_in_another_of_the_same_number()
    {
        await _requests.LoadProjectionAsync();
        _database.BeforeProjection = new TaskCompletionSource().Task;
        _database.Fingerprint = "another";

        Assert.Equal(NotLoaded, await _requests.AskAsync(Path));
    }

    [Fact]
    public async Task Texts_that_are_used_too_often_are_refused_before_the_database_is_asked()
    {
        const string refused = "{\"errors\":[{\"message\":\"The texts that the operation compares with take more than 4 MB, variables counted wherever they are used: use fewer or shorter ones.\","
            + "\"extensions\":{\"code\":\"LIMIT_MEMORY\"}}]}";
        string Query(int uses) => $"query ($v: String) {{ works(where: {{ or: [{string.Concat(Enumerable.Repeat("{ title: { contains: $v } }", uses))}] }}) {{ totalCount }} }}";
        string Variables(char character, int length) => $"{{\"v\": \"{new string(character, length)}\"}}";

        Assert.Equal(refused, await _requests.AskAsync(Query(43), Variables('a', 100_000)));
        Assert.Empty(_database.Requests);

        _database.Answer = _ => [FakeDatabase.Items(), 1L];
        Assert.Equal("{\"data\":{\"works\":{\"totalCount\":1}}}", await _requests.AskAsync(Query(41), Variables('a', 100_000)));
        Assert.Single(_database.Requests);
        Assert.Contains("take more than 4 MB", Assert.Throws<ArgumentException>(() => _requests.Explain($"{{ works(where: {{ title: {{ in: [{string.Join(',', Enumerable.Repeat($"\"{new string('a', 5_000)}\"", 900))}] }} }}) {{ totalCount }} }}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_projection_is_loaded_a_path_is_refused_and_its_siblings_answer()
    {
        Assert.Equal(NotLoaded, await _requests.AskAsync(Path));

        Assert.Single(_database.Requests);
    }

    [Fact]
    public async Task Arguments_are_refused_whether_or_not_the_projection_is_loaded()
    {
        const string query = "{ collaborationPath(from: \"a\", to: \"b\", maxDegrees: 13) { degrees } }";

        var before = await _requests.AskAsync(query);
        await _requests.LoadProjectionAsync();

        Assert.Contains("maxDegrees must be from 1 to 12, but it is 13.", before, StringComparison.Ordinal);
        Assert.Equal(before, await _requests.AskAsync(query));
    }

    [Fact]
    public async Task Nodes_that_a_root_field_computes_are_asked_by_their_ids_in_the_same_statement()
    {
        await _requests.LoadProjectionAsync();
        _database.Answer = _ => [FakeDatabase.Items(FakeDatabase.Items("w1")), FakeDatabase.Items(FakeDatabase.Items("a"))];

        await _requests.AskAsync(Shared);

        Assert.Single(_database.Requests);
    }

    [Fact]
    public async Task A_database_without_a_graph_is_unavailable()
    {
        _database.Number = null;

        Assert.Equal(
            "503 (1) {\"errors\":[{\"message\":\"The database of the graph holds no graph yet: its operator has to load one.\",\"extensions\":{\"code\":\"UNAVAILABLE\"}}]}",
            await _requests.AskAsync(Person));
    }

    [Fact]
    public async Task A_slot_that_nobody_knows_is_unavailable()
    {
        _database.Slot = "GraphC";

        Assert.Equal(
            "503 (1) {\"errors\":[{\"message\":\"The database of the graph holds no graph that the service knows: its operator has to look after it.\",\"extensions\":{\"code\":\"UNAVAILABLE\"}}]}",
            await _requests.AskAsync(Person));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_unavailable_until_it_is_back()
    {
        _database.Failure = new CypherException(CypherFailure.Unavailable, "secret host") { RetryAfter = TimeSpan.FromSeconds(2.5) };

        Assert.Equal(
            "503 (3) {\"errors\":[{\"message\":\"The database of the graph does not answer: try again in a moment.\",\"extensions\":{\"code\":\"UNAVAILABLE\"}}]}",
            await _requests.AskAsync(Person));

        _database.Failure = null;
        Assert.Equal("{\"data\":{\"person\":{\"id\":\"a\"}}}", await _requests.AskAsync(Person));
    }

    [Fact]
    public async Task A_statement_that_needs_too_much_memory_is_refused()
    {
        _database.Failure = new CypherException(CypherFailure.OutOfMemory, "secret");

        Assert.Equal(
            "{\"errors\":[{\"message\":\"The request needs more memory than the database of the graph has for one: ask for smaller pages or fewer levels.\",\"extensions\":{\"code\":\"LIMIT_MEMORY\"}}]}",
            await _requests.AskAsync(Person));
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_a_timeout()
    {
        _database.Failure = new CypherException(CypherFailure.Timeout, "secret");

        var timeout = await Assert.ThrowsAsync<TimeoutException>(() => _requests.AskAsync(Person));

        Assert.Equal("The database of the graph took too long.", timeout.Message);
    }

    [Fact]
    public void Nothing_is_allocated_per_row()
    {
        const string query = "{ people(first: 200) { nodes { id name aliases } } }";
        object?[] Rows(int count) => [FakeDatabase.Items([.. Enumerable.Range(0, count).Select(i => FakeDatabase.Items("id"u8.ToArray(), "name"u8.ToArray(), FakeDatabase.Items("alias"u8.ToArray())))])];
        var (few, many) = (Rows(1), Rows(200));
        long Allocated(object?[] answer)
        {
            _database.Answer = _ => answer;
            return Enumerable.Range(0, 5).Min(_ => _requests.Allocated(query));
        }

        // What grows once does not count.
        Allocated(many);

        Assert.Equal(Allocated(few), Allocated(many));
    }

    private static string SlotOf(string statement) => statement.Contains(":GraphA", StringComparison.Ordinal) ? "GraphA" : "GraphB";
}
