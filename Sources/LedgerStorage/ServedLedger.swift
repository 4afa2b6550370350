package import Attestation
package import Rollout

/// A ledger that a server keeps for many.
package protocol ServedLedger: Ledger {
    /// Makes the ledger where it may be made and is not there, and sees that it is one.
    func start() async throws

    /// Stores those drafts of each request that are not on record, all of them or none; the requests one
    /// behind the other, in their order.
    ///
    /// What is signed is stored once, by whichever program and however often it is brought; each draft
    /// is answered with its entry, and with nil where it is a text that is there. Otherwise as `append`.
    func record(
        _ requests: [[Draft]], at now: Instant
    ) async -> [Result<[RecordedDraft?], any Error>]

    /// How much of the ledger there is, as it says itself: whether something was added is soon known.
    func extent() async throws -> LedgerExtent

    /// Whether the text of a checklist is on record for a rollout and place.
    func hasText(_ checklist: ContentDigest, for rollout: RolloutReference) async throws -> Bool

    /// The exact bytes of the entries from one number up to another one, each held against its digest.
    func bytes(of sequences: ClosedRange<Int>) async throws -> [[UInt8]]

    /// The hashes of the complete subtrees of a height that end with some leaves, counted from 1.
    func subtrees(endingAt leaves: [Int], height: Int) async throws -> [ContentDigest]

    /// The bytes of entries and the proof of each that it is in the tree of a size.
    func inclusions(
        of sequences: Set<Int>, in size: Int
    ) async throws -> [Int: (bytes: [UInt8], proof: InclusionProof)]
}

extension ServedLedger {
    /// The same for one request.
    package func record(_ drafts: [Draft], at now: Instant) async throws -> [RecordedDraft?] {
        try await record([drafts], at: now)[0].get()
    }
}
