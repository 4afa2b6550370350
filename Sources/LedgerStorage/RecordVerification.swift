import Rollout

/// Holds the stored records of a ledger, in order, against what each says and against each other.
struct RecordVerification {
    /// The path of the ledger, for errors.
    let path: String
    private var newest: Record?

    init(path: String) {
        self.path = path
    }

    /// Reads the bytes that are stored at a sequence; `stored` is nil where no digest is beside them.
    mutating func record(
        at sequence: Int, bytes: [UInt8], stored: ContentDigest?
    ) throws(LedgerError) -> Record {
        if let stored, ContentDigest(of: bytes) != stored {
            throw damage(sequence, "its bytes do not have the digest that was stored with them")
        }
        let record: Record
        do {
            record = try Record(canonicalBytes: bytes)
        } catch {
            throw damage(sequence, "\(error)".droppingFullStop)
        }
        guard record.sequence == sequence else {
            throw damage(sequence, "its bytes say that it is record \(record.sequence)")
        }
        if let newest, record.recordedAt < newest.recordedAt {
            throw damage(sequence, "it is from an earlier time than record \(newest.sequence)")
        }
        newest = record
        return record
    }

    private func damage(_ sequence: Int, _ reason: String) -> LedgerError {
        .damaged(path: path, sequence: sequence, reason: reason)
    }
}

extension String {
    /// The sentence without the full stop at its end, to stand inside another sentence.
    var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
