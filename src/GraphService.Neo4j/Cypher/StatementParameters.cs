using System.Globalization;
using System.Text;
using GraphService.Graph;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// The values of one statement, gathered for each request: entries v0, v1, ... of the one parameter <c>$p</c>, a map, so that neither sizes nor kinds nor
/// nulls of values make the server plan anew. An entry belongs to an object of the request (a condition, a cursor, a part): the compiler asks for
/// its name by that object, so that a text can name only what was gathered.
/// </summary>
internal sealed class StatementParameters : ICypherParameters
{
    private static readonly byte[][] Names = [.. Enumerable.Range(0, 256).Select(Name)];

    private readonly List<Entry> _entries = [];
    private int _bytes;

    /// <summary>
    /// Bytes that the texts of a request may take in one statement. A request can use one long text many times, and what is made of a text can be longer than it.
    /// </summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public int Count => 1;

    /// <summary>The entry of an object: its place in the names.</summary>
    /// <param name="owner">The predicate, cursor, page, slot or part.</param>
    /// <param name="number">Which of its values.</param>
    public int PlaceOf(object owner, int number = 0) => Find(owner, number) is >= 0 and var place
        ? place
        : throw new InvalidOperationException("A statement names a value that was not gathered.");

    /// <summary>True when an object has that entry.</summary>
    public bool Has(object owner, int number = 0) => Find(owner, number) >= 0;

    private int Find(object owner, int number)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            if (ReferenceEquals(_entries[i].Owner, owner) && _entries[i].Number == number)
            {
                return i;
            }
        }

        return -1;
    }

    public void AddInt(object owner, long value, int number = 0) => _entries.Add(new Entry(owner, number, EntryKind.Int, value, null));

    /// <param name="owner">Whose value it is.</param>
    /// <param name="value">A text in UTF-8; null: null.</param>
    /// <param name="number">Which of its values.</param>
    public void AddText(object owner, byte[]? value, int number = 0)
    {
        Spend(value?.Length ?? 0);
        _entries.Add(new Entry(owner, number, EntryKind.Text, 0, value));
    }

    public void AddBool(object owner, bool value, int number = 0) => _entries.Add(new Entry(owner, number, EntryKind.Bool, value ? 1 : 0, null));

    public void AddTexts(object owner, IReadOnlyList<byte[]> values, int number = 0)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Spend(values[i].Length);
        }

        AddComputed(owner, values, number);
    }

    /// <summary>Texts that are not the request's: ids of the graph, as many as code found.</summary>
    public void AddComputed(object owner, IReadOnlyList<byte[]> values, int number = 0) => _entries.Add(new Entry(owner, number, EntryKind.Texts, 0, values));

    public void AddInts(object owner, int[] values, int number = 0) => _entries.Add(new Entry(owner, number, EntryKind.Ints, 0, values));

    /// <exception cref="GraphStoreException">The texts of the request are too long together.</exception>
    private void Spend(int bytes)
    {
        if (bytes > MaxBytes - _bytes)
        {
            throw new GraphStoreException(StoreFailure.TooLarge, $"The texts that the operation compares with take more than {MaxBytes / (1024 * 1024)} MB, variables counted wherever they are used: use fewer or shorter ones.");
        }

        _bytes += bytes;
    }

    /// <inheritdoc/>
    public void Write(IParameterSink sink)
    {
        sink.Key("p"u8);
        sink.BeginMap(_entries.Count);
        for (var i = 0; i < _entries.Count; i++)
        {
            sink.Key(i < Names.Length ? Names[i] : Name(i));
            _entries[i].Write(sink);
        }

        sink.EndMap();
    }

    /// <summary>The values as text, for people who read a statement.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _entries.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}v{i}: {_entries[i].Describe()}");
        }

        return text.ToString();
    }

    private static byte[] Name(int place) => Encoding.ASCII.GetBytes("v" + place.ToString(CultureInfo.InvariantCulture));

    private enum EntryKind
    {
        Int,
        Bool,
        Text,
        Texts,
        Ints,
    }

    private readonly record struct Entry(object Owner, int Number, EntryKind Kind, long Int, object? Value)
    {
        public void Write(IParameterSink sink)
        {
            switch (Kind)
            {
                case EntryKind.Int:
                    sink.Int(Int);
                    break;
                case EntryKind.Bool:
                    sink.Bool(Int != 0);
                    break;
                case EntryKind.Text when Value is byte[] text:
                    sink.Text(text);
                    break;
                case EntryKind.Texts:
                    var texts = (IReadOnlyList<byte[]>)Value!;
                    sink.BeginList(texts.Count);
                    for (var i = 0; i < texts.Count; i++)
                    {
                        sink.Text(texts[i]);
                    }

                    sink.EndList();
                    break;
                case EntryKind.Ints:
                    var ints = (int[])Value!;
                    sink.BeginList(ints.Length);
                    foreach (var number in ints)
                    {
                        sink.Int(number);
                    }

                    sink.EndList();
                    break;
                default:
                    sink.Null();
                    break;
            }
        }

        public string Describe() => Kind switch
        {
            EntryKind.Int => Int.ToString(CultureInfo.InvariantCulture),
            EntryKind.Bool => Int != 0 ? "true" : "false",
            EntryKind.Text => Value is byte[] text ? $"\"{Encoding.UTF8.GetString(text)}\"" : "null",
            EntryKind.Texts => $"[{string.Join(", ", ((IReadOnlyList<byte[]>)Value!).Select(t => $"\"{Encoding.UTF8.GetString(t)}\""))}]",
            _ => $"[{string.Join(", ", (int[])Value!)}]",
        };
    }
}
