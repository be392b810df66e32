using GraphService.Neo4j.Bolt.Connections;
using GraphService.Neo4j.Tests.Bolt.Scripted;

namespace GraphService.Neo4j.Tests.Bolt.Connections;

/// <summary>A connection is cut when what is waited for does not come, and at no other time.</summary>
public sealed class WatchdogTests : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly Watchdog _watchdog;
    private int _cuts;

    public WatchdogTests()
    {
        _watchdog = new Watchdog(_time, () => _cuts++);
    }

    public void Dispose() => _watchdog.Dispose();

    [Fact]
    public void It_cuts_once_when_the_time_is_over()
    {
        _watchdog.Watch(In(1000));
        Pass(999);
        Assert.False(_watchdog.HasCut);
        Pass(1);
        Assert.Equal((true, 1), (_watchdog.HasCut, _cuts));
        _watchdog.Watch(In(10));
        Pass(5000);
        Assert.Equal(1, _cuts);
    }

    [Fact]
    public void It_does_not_cut_while_nothing_is_waited_for()
    {
        _watchdog.Watch(In(1000));
        _watchdog.Rest();
        Pass(10_000);
        Assert.Equal(0, _cuts);
    }

    [Fact]
    public void A_later_time_takes_the_place_of_an_earlier_one_and_the_other_way_round()
    {
        _watchdog.Watch(In(1000));
        _watchdog.Watch(In(3000));
        Pass(2000);
        Assert.Equal(0, _cuts);
        _watchdog.Watch(In(500));
        Pass(500);
        Assert.Equal(1, _cuts);
    }

    [Fact]
    public void A_timer_left_over_from_before_serves_the_next_wait()
    {
        _watchdog.Watch(In(1000));
        _watchdog.Rest();
        Pass(900);
        _watchdog.Watch(In(1000));
        Pass(100);
        Assert.Equal(0, _cuts);
        Pass(900);
        Assert.Equal(1, _cuts);
    }

    private long In(long milliseconds) => _time.Milliseconds() + milliseconds;

    private void Pass(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
