/// Something that happened to a rollout, as the ledger keeps it.
package struct Record: Hashable, Sendable {
    /// The place in the ledger, from 1, without gaps.
    package let sequence: Int
    /// When the ledger took the record; never earlier than the record before it.
    package let recordedAt: Instant
    /// The id of the checklist that the record is about.
    package let checklist: String
    /// The person or account that the record was made by, as given and not authenticated.
    package let principal: String
    package let event: Event
    /// The digest of the record's canonical bytes.
    package let digest: ContentDigest

    package init(
        sequence: Int, recordedAt: Instant, checklist: String, principal: String, event: Event,
        digest: ContentDigest
    ) {
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.checklist = checklist
        self.principal = principal
        self.event = event
        self.digest = digest
    }
}
