using static GraphService.Neo4j.Tests.Bolt.Scripted.ScriptExtensions;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class FailureTests
{
    [Theory]
    [InlineData("failures-5.8", "syntax", "Statement Neo.ClientError.Statement.SyntaxError: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.SyntaxError)")]
    [InlineData("failures-5.8", "missing-parameter", "Statement Neo.ClientError.Statement.ParameterMissing: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.ParameterMissing)")]
    [InlineData("failures-5.8", "constraint", "ConstraintViolation Neo.ClientError.Schema.ConstraintValidationFailed: SERVER: What is to be written contradicts a constraint of the database. (Neo.ClientError.Schema.ConstraintValidationFailed)")]
    [InlineData("failures-5.8", "division-in-the-first-page", "(10) (5) Statement Neo.ClientError.Statement.ArithmeticError: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.ArithmeticError)")]
    [InlineData("failures-5.8", "unknown-procedure", "Statement Neo.ClientError.Procedure.ProcedureNotFound: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Procedure.ProcedureNotFound)")]
    [InlineData("failures-5.8", "timeout", "Timeout Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration: SERVER: The statement took longer than it was given, and was stopped. (Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration)")]
    [InlineData("failures-5.8", "timeout-while-streaming", "(1) (20000001) (40000001) (60000001) Timeout Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration: SERVER: The statement took longer than it was given, and was stopped. (Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration)")]
    [InlineData("failures-5.8", "terminated", "Unavailable Neo.ClientError.Transaction.Terminated after 5 s: SERVER: The statement was ended on the server, by an operator or because the server stops. (Neo.ClientError.Transaction.Terminated)")]
    [InlineData("failures-5.8", "memory", "OutOfMemory Neo.TransientError.General.MemoryPoolOutOfMemoryError: SERVER: The statement needs more memory than the server gives it (db.memory.transaction.max, dbms.memory.transaction.total.max). (Neo.TransientError.General.MemoryPoolOutOfMemoryError)")]
    [InlineData("failures-5.8", "lock", "Unavailable Neo.TransientError.Transaction.LockAcquisitionTimeout after 5 s: SERVER: Other statements hold what this one needs to lock. (Neo.TransientError.Transaction.LockAcquisitionTimeout)")]
    [InlineData("failures-5.8", "write-in-read-mode", "Statement Neo.ClientError.Statement.AccessMode: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.AccessMode)")]
    [InlineData("failures-5.6", "syntax", "Statement Neo.ClientError.Statement.SyntaxError: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.SyntaxError)")]
    [InlineData("failures-5.6", "constraint", "ConstraintViolation Neo.ClientError.Schema.ConstraintValidationFailed: SERVER: What is to be written contradicts a constraint of the database. (Neo.ClientError.Schema.ConstraintValidationFailed)")]
    [InlineData("failures-5.6", "constraint-exists", "Statement Neo.ClientError.Schema.ConstraintAlreadyExists: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Schema.ConstraintAlreadyExists)")]
    [InlineData("failures-5.6", "division-in-the-first-page", "(10) (5) Statement Neo.ClientError.Statement.ArithmeticError: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.ArithmeticError)")]
    [InlineData("failures-5.6", "timeout", "Timeout Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration: SERVER: The statement took longer than it was given, and was stopped. (Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration)")]
    [InlineData("failures-5.6", "timeout-while-streaming", "(1) (20000001) (40000001) (60000001) Timeout Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration: SERVER: The statement took longer than it was given, and was stopped. (Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration)")]
    [InlineData("failures-5.6", "terminated", "Unavailable Neo.ClientError.Transaction.Terminated after 5 s: SERVER: The statement was ended on the server, by an operator or because the server stops. (Neo.ClientError.Transaction.Terminated)")]
    [InlineData("failures-5.6", "memory", "OutOfMemory Neo.TransientError.General.MemoryPoolOutOfMemoryError: SERVER: The statement needs more memory than the server gives it (db.memory.transaction.max, dbms.memory.transaction.total.max). (Neo.TransientError.General.MemoryPoolOutOfMemoryError)")]
    [InlineData("failures-5.6", "lock", "Unavailable Neo.TransientError.Transaction.LockAcquisitionTimeout after 5 s: SERVER: Other statements hold what this one needs to lock. (Neo.TransientError.Transaction.LockAcquisitionTimeout)")]
    public async Task Of_a_recorded_statement(string file, string connection, string result) => Assert.Equal(result, await Replay.Of(file, connection));

    [Theory]
    [InlineData("failures-5.8")]
    [InlineData("failures-5.6")]
    public async Task In_the_second_page(string file) =>
        Assert.Equal("(10) (5) Statement Neo.ClientError.Statement.ArithmeticError: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.ArithmeticError)", await Replay.Of(file, "division-in-the-second-page", fetch: 2));

    public static readonly TheoryData<string> States = ["RUN", "PULL", "records", "second page"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task In_every_state_the_connection_is_reset_and_used_again(string state)
    {
        await using var server = ScriptedServer.Start(Until(state, new Script().Login()).Failure("Neo.ClientError.Statement.EntityNotFound").Then(state == "RUN" ? new Script().Ignored() : new()).Reset().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("Statement Neo.ClientError.Statement.EntityNotFound: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.EntityNotFound)", await server.ReadFails(client));
            Assert.Equal("(2)", await client.Read());
        });
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task In_every_state_the_connection_may_end(string state)
    {
        await using var server = ScriptedServer.Start(Until(state, new Script().Login()).Failure("Neo.ClientError.Statement.EntityNotFound").End(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("Statement Neo.ClientError.Statement.EntityNotFound: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.EntityNotFound)", await server.ReadFails(client));
            Assert.Equal("(2)", await client.Read());
        });
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task After_an_invalid_request_the_connection_is_given_up(string state)
    {
        await using var server = ScriptedServer.Start(Until(state, new Script().Login()).Failure("Neo.ClientError.Request.Invalid").ClientEnds(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("Protocol Neo.ClientError.Request.Invalid: SERVER: The server could not read a message: an error of this client, or of something between it and the server. (Neo.ClientError.Request.Invalid)", await server.ReadFails(client));
            Assert.Equal("(2)", await client.Read());
        });
        Assert.DoesNotContain("RESET", server.Names, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_4_4_has_other_names()
    {
        await using var server = ScriptedServer.Start(
            new Script().Login("4.4").RunAndPull().Answer("FAILURE", Map(("code", "Neo.ClientError.Statement.SyntaxError"), ("message", "text of the server"))).Ignored().Reset());

        await Talk.With(server, async client => Assert.Equal("Statement Neo.ClientError.Statement.SyntaxError: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.SyntaxError)", await server.ReadFails(client)));
    }

    [Theory]
    [InlineData("FAILURE {}", "Protocol: SERVER: The server sent a failure without a code that can be read.")]
    [InlineData("FAILURE code number", "Protocol: SERVER: The server sent a failure without a code that can be read.")]
    [InlineData("IGNORED to RUN", "Protocol: SERVER: The server answered a statement with a message that cannot stand there.")]
    [InlineData("IGNORED to PULL", "Protocol: SERVER: The server answered a statement with a message that cannot stand there.")]
    [InlineData("FAILURE to RESET", "Statement Neo.ClientError.Statement.EntityNotFound: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.EntityNotFound)")]
    [InlineData("IGNORED to RESET", "Statement Neo.ClientError.Statement.EntityNotFound: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.EntityNotFound)")]
    [InlineData("RECORD before SUCCESS", "Protocol: SERVER: The server answered a statement with a message that cannot stand there.")]
    [InlineData("has_more is text", "Protocol: SERVER: The server sent a value of another type (String, 83) where a boolean was expected.")]
    [InlineData("a request", "Protocol: SERVER: The server sent a message of an unknown kind (10).")]
    [InlineData("a value", "Protocol: SERVER: The server sent a value of another type (Integer, 07) where a structure was expected.")]
    [InlineData("an unknown marker", "Protocol: SERVER: The server sent the byte C7 where a value begins; no value begins with it.")]
    [InlineData("a text longer than the message", "Protocol: SERVER: The server sent a message that ends inside a value.")]
    [InlineData("bytes after the message", "Protocol: SERVER: The server sent a message with 1 bytes after its last value.")]
    [InlineData("a node", "Protocol: SERVER: Row 1 holds a structure (4E) in column 1; a row holds null, booleans, integers, floats, strings and lists of them. Let the statement return these.")]
    [InlineData("deep nesting", "Protocol: SERVER: The server sent a value nested deeper than 256 levels.")]
    [InlineData("text that is no UTF-8", "Protocol: SERVER: The server sent a string that is not UTF-8.")]
    public async Task A_server_that_breaks_the_protocol(string how, string fails)
    {
        var login = new Script().Login().RunAndPull();
        var script = how switch
        {
            "FAILURE {}" => login.Answer("FAILURE", Map()),
            "FAILURE code number" => login.Answer("FAILURE", Map(("neo4j_code", 7), ("message", "text of the server"))),
            "IGNORED to RUN" => login.Ignored().Ignored(),
            "IGNORED to PULL" => login.Fields("x").Ignored(),
            "FAILURE to RESET" => login.Failure("Neo.ClientError.Statement.EntityNotFound").Ignored().Expect("RESET").Failure("Neo.ClientError.Request.Invalid"),
            "IGNORED to RESET" => login.Failure("Neo.ClientError.Statement.EntityNotFound").Ignored().Expect("RESET").Ignored(),
            "RECORD before SUCCESS" => login.Record(1),
            "has_more is text" => login.Fields("x").Success(("has_more", "yes")),
            "a request" => login.Fields("x").Answer("RUN", "RETURN 1", Map(), Map()),
            "a value" => login.Fields("x").Answer(PackWriter.Write(7)),
            "an unknown marker" => login.Fields("x").Answer([0xB1, 0x71, 0x91, 0xC7]),
            "a text longer than the message" => login.Fields("x").Answer([0xB1, 0x71, 0x91, 0xD2, 0x7F, 0xFF, 0xFF, 0xFF, 0x61]),
            "bytes after the message" => login.Fields("x").Answer([0xB1, 0x71, 0x91, 0x01, 0x02]),
            "a node" => login.Fields("x").Record(new Structure(0x4E, List(1, List("A"), Map(), "4:x:1"))),
            "deep nesting" => login.Fields("x").Answer([0xB1, 0x71, .. Enumerable.Repeat((byte)0x91, 60000), 0x01]),
            _ => login.Fields("x").Answer([0xB1, 0x71, 0x91, 0x82, 0xC3, 0x28]),
        };
        // A read that came to grief may be tried again where the server could be another by then; this one is the same.
        await using var server = ScriptedServer.Start(script.ClientEnds(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal(fails, await server.ReadFails(client));
            Assert.Equal("(2)", await client.Read());
        });
    }

    [Fact]
    public async Task A_message_that_is_too_large()
    {
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Fields("x").Record(new string('x', 10_000)).ClientEnds());

        await Talk.With(server, async client => Assert.Equal("Protocol: SERVER: The server sent a message of more than 5000 bytes.", await server.ReadFails(client)), options => options with { MaxMessageBytes = 5_000 });
    }

    [Fact]
    public async Task What_the_caller_throws_reaches_it_and_the_connection_is_used_again()
    {
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Fields("x").Record(1).Record(2).Last().Reset().Query(2));

        await Talk.With(server, async client =>
        {
            var e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Into(new Rows { AfterRow = _ => throw new InvalidOperationException("enough") }));
            Assert.Equal("enough", e.Message);
            Assert.Equal("(2)", await client.Read());
        });
    }

    [Fact]
    public async Task Parameters_that_cannot_be_written_reach_no_server()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => client.RunAsync(new CypherStatement("RETURN $a"), new RecordedParameters(Map(("a", DateTime.UnixEpoch))), new Rows(), new CypherRun(AccessMode.Read, Timeout.InfiniteTimeSpan), default).AsTask());
            Assert.Equal("(2)", await client.Read());
        });
        Assert.Equal("RUN PULL", server.Names);
    }

    private static Script Until(string state, Script script) => state switch
    {
        "RUN" => script.RunAndPull(),
        "PULL" => script.RunAndPull().Fields("x"),
        "records" => script.RunAndPull().Fields("x").Record(1).Record(2),
        _ => script.RunAndPull().Fields("x").Record(1).Success(("has_more", true)).Expect("PULL"),
    };
}
