namespace GraphService.Graph.Store.Building;

/// <summary>Finds nodes of a draft by their ids: open addressing over the heap's texts.</summary>
internal sealed class IdTable(TextHeap heap, NativeList<TextRef> ids)
{
    private int[] _places = NewPlaces(1024);

    /// <summary>The number of the id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id) => _places[PlaceOf(id)];

    /// <summary>The number of the id; it is added when it is new.</summary>
    public int FindOrAdd(ReadOnlySpan<byte> id)
    {
        var place = PlaceOf(id);
        if (_places[place] >= 0)
        {
            return _places[place];
        }

        var node = checked((int)ids.Count);
        ids.Add(heap.Append(id));
        _places[place] = node;
        if (2 * ids.Count > _places.Length)
        {
            Enlarge();
        }

        return node;
    }

    private uint PlaceOf(ReadOnlySpan<byte> id)
    {
        var mask = (uint)_places.Length - 1;
        var place = IdIndex.Hash(id) & mask;
        while (_places[place] is >= 0 and var node && !heap[ids[node]].SequenceEqual(id))
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Enlarge()
    {
        _places = NewPlaces(2 * _places.Length);
        for (var node = 0; node < ids.Count; node++)
        {
            _places[PlaceOf(heap[ids[node]])] = node;
        }
    }

    private static int[] NewPlaces(int length)
    {
        var places = new int[length];
        Array.Fill(places, -1);
        return places;
    }
}
