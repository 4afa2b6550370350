package import Attestation
package import Rollout

/// The tables of a ledger in one state of a database, of whatever kind the database is.
///
/// What is found there is held against what the entries say by who asks; nothing here judges it.
package protocol LedgerTables {
    var location: LedgerLocation { get }

    /// What a failure of the database means for the ledger.
    func error(_ error: any Error) -> LedgerError

    /// How many entries there are, the peaks of the tree over them, and the link that the rollout of
    /// the newest entry had before it; nil where the one row of it cannot be read.
    func log() throws -> LogRow?

    /// The greatest sequence of all entries; 0 where there is none.
    func lastSequence() throws -> Int

    /// The hashes of the buckets in their order, as many as can be read.
    func bucketDigests() throws -> [ContentDigest]

    /// The rollouts of a bucket, with how many entries each has and the running hash over them; nil
    /// where they cannot be read.
    func rollouts(inBucket index: Int) throws -> [(rollout: [UInt8], chain: RolloutChain)]?

    /// The sequences before which time ran backwards, in their order.
    func restarts() throws -> [Int]

    /// The time that an entry is found by, in milliseconds; nil where there is no such entry.
    func time(at sequence: Int) throws -> Int64?

    /// Hands over the rows of entries in a range that there are, in their order, each as long as the
    /// call lasts, until it returns false.
    func entries(
        in sequences: ClosedRange<Int>, _ each: (_ sequence: Int, EntryRow) throws -> Bool
    ) throws

    /// Hands over the rows of a rollout's list in its order, each with the entry that it names.
    func entries(of rollout: String, _ each: (ListedRow) throws -> Void) throws

    /// The digest and the subtrees of the entries at some sequences, in the order of these; those
    /// that are not there are left out.
    func hashes(at sequences: [Int]) throws -> [HashRow]

    /// Hands over the digests of all entries in their order, until it returns false.
    func digests(_ each: (HashRow) throws -> Bool) throws

    /// The entry that the list of a rollout names at a place; nil where it names none.
    func sequence(listedFor rollout: String, at ordinal: Int) throws -> Int?

    /// The sequences that the list of a rollout names, in its order.
    func sequences(listedFor rollout: String?) throws -> [Int]

    /// The greatest place in the list of a rollout; 0 where it has none.
    func lastOrdinal(of rollout: String) throws -> Int

    /// The entry that has the text of a checklist; nil where it was never stored.
    func sequence(of text: TextKey) throws -> Int?

    /// The entries of what was said already, by the digests; what was not is left out.
    func sequences(of said: Set<SaidDigest>) throws -> [ContentDigest: Int]

    /// The entries with texts whose digests lie between two, by digest and sequence.
    func sequences(ofTextsFrom least: [UInt8], to greatest: [UInt8]) throws -> [Int]

    /// How many rows a table has.
    func count(_ table: CountedTable) throws -> Int
}

/// The tables whose rows are held against the entries by their number.
package enum CountedTable: String, Sendable {
    case listedEntries = "rollout_entries"
    case texts
}

/// The one row of the log.
package struct LogRow {
    package let size: Int
    /// 32 bytes for each peak.
    package let peaks: [UInt8]
    package let previous: ContentDigest?

    package init(size: Int, peaks: [UInt8], previous: ContentDigest?) {
        self.size = size
        self.peaks = peaks
        self.previous = previous
    }
}

/// The hashes that are stored with an entry.
package struct HashRow {
    package let sequence: Int
    /// Nil where it is no digest.
    package let digest: ContentDigest?
    /// The subtrees that the entry completes; nil where they are no hashes.
    package let subtrees: [ContentDigest]?

    package init(sequence: Int, digest: ContentDigest?, subtrees: [ContentDigest]?) {
        self.sequence = sequence
        self.digest = digest
        self.subtrees = subtrees
    }
}

/// A row of the list of a rollout.
package struct ListedRow {
    /// Nil where it is no number.
    package let ordinal: Int?
    package let sequence: Int?
    package let entry: EntryRow

    package init(ordinal: Int?, sequence: Int?, entry: EntryRow) {
        self.ordinal = ordinal
        self.sequence = sequence
        self.entry = entry
    }
}
