import Rollout

/// Holds stored entries, in the order of the ledger, against what each says and against each other.
struct EntryVerification {
    let location: LedgerLocation
    private let cache = StatementCache()
    private var newest: (sequence: Int, recordedAt: Instant)?

    /// Whether all entries are handed over, so that times can be held against each other.
    private let isWhole: Bool

    init(_ location: LedgerLocation, isWhole: Bool) {
        self.location = location
        self.isWhole = isWhole
    }

    /// Reads the bytes that are stored at a sequence; the digest was computed from them.
    mutating func entry(
        at sequence: Int, _ bytes: UnsafeBufferPointer<UInt8>, digest: ContentDigest
    ) throws(LedgerError) -> Entry {
        let entry: Entry
        do {
            entry = try Entry(canonicalBytes: bytes, digest: digest, cache)
        } catch {
            throw damage(sequence, "\(error)")
        }
        guard entry.sequence == sequence else {
            throw damage(sequence, "its bytes say that it is entry \(entry.sequence)")
        }
        // A correction may follow an entry whose clock was ahead.
        if isWhole, let newest, entry.recordedAt < newest.recordedAt,
            entry.statement.body.kind != .correction
        {
            throw damage(sequence, "it is from an earlier time than entry \(newest.sequence)")
        }
        newest = (sequence, entry.recordedAt)
        return entry
    }

    func damage(_ sequence: Int?, _ reason: String) -> LedgerError {
        .damaged(location, sequence, reason)
    }
}
