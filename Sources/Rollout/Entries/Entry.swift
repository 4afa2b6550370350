/// What a ledger makes of a statement.
///
/// A class, because it is large and handed from list to list; nothing changes it once it is made.
package final class Entry: Sendable {
    /// The place in the ledger, from 1, without gaps.
    package let sequence: Int
    /// When the ledger took the statement.
    package let recordedAt: Instant
    /// The number of the entry among those of its rollout, from 1, without gaps.
    package let ordinal: Int
    /// The hash over the entries of each rollout before this one, how many there are and which: the
    /// newest entry of a ledger thus shows that nothing in any rollout was changed or left out.
    package let rollouts: ContentDigest
    package let statement: Statement
    /// The signature over the statement's canonical bytes, armoured; nil where there is none.
    package let signature: String?
    /// The leaf hash of the entry's canonical bytes: SHA-256 of a zero byte and the bytes (RFC 6962
    /// section 2.1).
    package let digest: ContentDigest
    /// How the statement is authenticated; without those who may sign nothing is verified.
    package let authentication: Authentication
    /// Who else its author is, by the list of signers on record.
    package let otherNames: OtherNames

    /// The most bytes of an entry; a tile of a transparency log counts them in 16 bits.
    package static let mostBytes = 65_535

    package init(
        sequence: Int, recordedAt: Instant, ordinal: Int, rollouts: ContentDigest,
        statement: Statement, signature: String?, digest: ContentDigest
    ) {
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.ordinal = ordinal
        self.rollouts = rollouts
        self.statement = statement
        self.signature = signature
        self.digest = digest
        authentication = signature == nil ? .none : .unverified
        otherNames = .none
    }

    /// The same entry as another one, but for what is known of its author.
    init(_ other: Entry, _ authentication: Authentication, _ otherNames: OtherNames) {
        sequence = other.sequence
        recordedAt = other.recordedAt
        ordinal = other.ordinal
        rollouts = other.rollouts
        statement = other.statement
        signature = other.signature
        digest = other.digest
        self.authentication = authentication
        self.otherNames = otherNames
    }

    package var reference: EntryReference { EntryReference(sequence: sequence, digest: digest) }

    /// The same entry with how its statement is authenticated, and who else its author is.
    package func authenticated(
        _ authentication: Authentication, otherNames: OtherNames = .none
    ) -> Entry {
        Entry(self, authentication, otherNames)
    }
}

extension Entry: Hashable {
    package static func == (left: Entry, right: Entry) -> Bool {
        left === right
            || (left.sequence, left.recordedAt, left.ordinal, left.rollouts, left.digest)
                == (right.sequence, right.recordedAt, right.ordinal, right.rollouts, right.digest)
                && (left.statement, left.signature, left.authentication, left.otherNames)
                    == (right.statement, right.signature, right.authentication, right.otherNames)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
