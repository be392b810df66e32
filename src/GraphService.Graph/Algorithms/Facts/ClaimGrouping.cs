namespace GraphService.Graph.Algorithms.Facts;

/// <summary>Gathers claims in any order, and groups them to disputes.</summary>
public sealed class ClaimGrouping
{
    private readonly List<Claim> _claims = [];

    /// <summary>Adds a claim about a node. A claim about several is added for each.</summary>
    public void Add(int subject, byte[] id, byte[] property, byte[] value, IReadOnlyList<ClaimEvidence> evidence) =>
        _claims.Add(new Claim(subject, id, property, value, evidence));

    /// <summary>The properties with two values at least, by the subject's id and by property.</summary>
    public IReadOnlyList<Dispute> Disputes()
    {
        _claims.Sort();
        var disputes = new List<Dispute>();
        for (var first = 0; first < _claims.Count;)
        {
            var values = new List<ClaimedValue>();
            var of = _claims[first];
            while (first < _claims.Count && _claims[first].IsOnSame(of))
            {
                values.Add(Value(ref first));
            }

            if (values.Count > 1)
            {
                disputes.Add(new Dispute(of.Subject, of.Property, values));
            }
        }

        return disputes;
    }

    /// <summary>The claims of one value, which stand together, as one.</summary>
    private ClaimedValue Value(ref int place)
    {
        var of = _claims[place];
        var evidence = new List<ClaimEvidence>();
        var seen = new HashSet<ClaimEvidence>();
        for (; place < _claims.Count && _claims[place].IsOnSame(of) && _claims[place].Value.AsSpan().SequenceEqual(of.Value); place++)
        {
            evidence.AddRange(_claims[place].Evidence.Where(seen.Add));
        }

        return new ClaimedValue(of.Value, evidence);
    }

    private sealed record Claim(int Subject, byte[] Id, byte[] Property, byte[] Value, IReadOnlyList<ClaimEvidence> Evidence) : IComparable<Claim>
    {
        public bool IsOnSame(Claim other) => Subject == other.Subject && Property.AsSpan().SequenceEqual(other.Property);

        // Numbers of nodes are in the order of their ids.
        public int CompareTo(Claim? other)
        {
            var bySubject = Subject.CompareTo(other!.Subject);
            var byProperty = bySubject != 0 ? bySubject : Property.AsSpan().SequenceCompareTo(other.Property);
            var byValue = byProperty != 0 ? byProperty : Value.AsSpan().SequenceCompareTo(other.Value);
            return byValue != 0 ? byValue : Id.AsSpan().SequenceCompareTo(other.Id);
        }
    }
}
