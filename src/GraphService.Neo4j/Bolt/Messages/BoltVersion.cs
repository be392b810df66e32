namespace GraphService.Neo4j.Bolt.Messages;

/// <summary>A version of the protocol, and what differs between those that are spoken here.</summary>
internal readonly record struct BoltVersion(byte Major, byte Minor) : IComparable<BoltVersion>
{
    /// <summary>4.4 and 5.0 to 5.8, but 5.5, which no server offers because it was flawed.</summary>
    public bool IsSpoken => this is { Major: 5, Minor: <= 8 and not 5 } or { Major: 4, Minor: 4 };

    /// <summary>LOGON is a message of its own; before, its fields stand in HELLO. (Bolt 5.1.)</summary>
    public bool HasLogon => this >= new BoltVersion(5, 1);

    /// <summary>Notifications can be switched off. (Bolt 5.2.)</summary>
    public bool FiltersNotifications => this >= new BoltVersion(5, 2);

    /// <summary>HELLO must name the driver. (Bolt 5.3.)</summary>
    public bool NamesAgent => this >= new BoltVersion(5, 3);

    public int CompareTo(BoltVersion other) => ((Major << 8) | Minor).CompareTo((other.Major << 8) | other.Minor);

    public override string ToString() => $"{Major}.{Minor}";

    public static bool operator <(BoltVersion left, BoltVersion right) => left.CompareTo(right) < 0;

    public static bool operator <=(BoltVersion left, BoltVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >(BoltVersion left, BoltVersion right) => left.CompareTo(right) > 0;

    public static bool operator >=(BoltVersion left, BoltVersion right) => left.CompareTo(right) >= 0;
}
