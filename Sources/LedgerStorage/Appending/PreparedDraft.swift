package import Rollout

/// A draft whose statement is written, read back and small enough, with what is to be kept beside
/// the ledger.
package struct PreparedDraft {
    /// As it will be read again.
    package let statement: Statement
    package let bytes: [UInt8]
    package let signature: String?
    /// What has to be in the content store before the entry is stored.
    package let contents: [[UInt8]]

    /// Throws where the draft cannot become an entry.
    package init(_ draft: Draft, _ location: LedgerLocation) throws(LedgerError) {
        var contents: [[UInt8]] = []
        var written = draft.statement
        var bytes = written.canonicalBytes
        signature = draft.signature
        // A statement that is signed stays as it is.
        if signature == nil, written.isTooLarge(bytes), let beside = written.withContentBeside {
            written = beside.statement
            contents = beside.contents
            bytes = written.canonicalBytes
        }
        self.bytes = bytes
        self.contents = contents
        // SQLite ends a text there, and would list the entry under another rollout.
        guard !written.rollout.id.utf8.contains(0), !written.rollout.place.utf8.contains(0) else {
            throw LedgerError(
                location,
                .unusableDraft(reason: "the key `rollout` contains a NUL character"))
        }
        guard contents.allSatisfy({ $0.count <= ContentStore.usualLimit }) else {
            throw LedgerError(
                location,
                .content(location.content.error(.tooLarge(limit: ContentStore.usualLimit))))
        }
        do {
            // What could not be read later is not stored now.
            statement = try Statement(canonicalBytes: bytes)
        } catch {
            throw LedgerError(location, .unusableDraft(reason: "\(error)"))
        }
    }

    /// Throws where the draft is too long for an entry, wherever in a ledger that stood.
    package func requireRoom(_ location: LedgerLocation) throws(LedgerError) {
        _ = try entryBytes(
            sequence: .max, recordedAt: Instant(milliseconds: 253_402_300_799_999), ordinal: .max,
            rollouts: ContentDigest(of: []), location)
    }

    /// The bytes of the entry that the ledger makes of the draft.
    func entryBytes(
        sequence: Int, recordedAt: Instant, ordinal: Int, rollouts: ContentDigest,
        _ location: LedgerLocation
    ) throws(LedgerError) -> [UInt8] {
        let entry = Entry.canonicalBytes(
            sequence: sequence, recordedAt: recordedAt, ordinal: ordinal, rollouts: rollouts,
            statement: bytes, signature: signature)
        guard entry.count <= Entry.mostBytes else {
            throw LedgerError(
                location,
                .unusableDraft(
                    reason:
                        "an entry has at most \(Entry.mostBytes) bytes, and this one would have "
                        + "\(entry.count); shorten its texts, or show them as a file"))
        }
        return entry
    }
}
