namespace GraphService.Neo4j.Bolt.PackStream;

/// <summary>The bytes that a value begins with. (PackStream specification, version 1, Data Types.)</summary>
internal static class Marker
{
    public const byte Null = 0xC0;
    public const byte Float64 = 0xC1;
    public const byte False = 0xC2;
    public const byte True = 0xC3;

    public const byte Int8 = 0xC8;
    public const byte Int16 = 0xC9;
    public const byte Int32 = 0xCA;
    public const byte Int64 = 0xCB;

    public const byte Bytes8 = 0xCC;
    public const byte Bytes16 = 0xCD;
    public const byte Bytes32 = 0xCE;

    public const byte TinyString = 0x80;
    public const byte String8 = 0xD0;
    public const byte String16 = 0xD1;
    public const byte String32 = 0xD2;

    public const byte TinyList = 0x90;
    public const byte List8 = 0xD4;
    public const byte List16 = 0xD5;
    public const byte List32 = 0xD6;

    public const byte TinyDictionary = 0xA0;
    public const byte Dictionary8 = 0xD8;
    public const byte Dictionary16 = 0xD9;
    public const byte Dictionary32 = 0xDA;

    public const byte TinyStructure = 0xB0;

    /// <summary>Integers from here to -1 are their own marker, as are 0 to 127.</summary>
    public const byte NegativeTinyInt = 0xF0;

    /// <summary>What a value of this marker is.</summary>
    public static PackType TypeOf(byte marker) => marker switch
    {
        < 0x80 or >= NegativeTinyInt or (>= Int8 and <= Int64) => PackType.Integer,
        < TinyList or (>= String8 and <= String32) => PackType.String,
        < TinyDictionary or (>= List8 and <= List32) => PackType.List,
        < TinyStructure or (>= Dictionary8 and <= Dictionary32) => PackType.Dictionary,
        < Null => PackType.Structure,
        Null => PackType.Null,
        Float64 => PackType.Float,
        False or True => PackType.Boolean,
        >= Bytes8 and <= Bytes32 => PackType.Bytes,
        _ => PackType.Unknown,
    };
}

/// <summary>The types of values. (PackStream specification, version 1, Data Types.)</summary>
internal enum PackType
{
    Unknown,
    Null,
    Boolean,
    Integer,
    Float,
    Bytes,
    String,
    List,
    Dictionary,
    Structure,
}
