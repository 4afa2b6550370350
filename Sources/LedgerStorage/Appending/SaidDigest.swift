package import Rollout

/// What somebody said once: the digest over a signature and the statement that it signs.
///
/// A statement that comes again with its signature, however often and by whichever way, has the same
/// one. What nobody signed has none.
package struct SaidDigest: Hashable, Sendable {
    package let digest: ContentDigest
    /// The rollout that the statement is about.
    package let rollout: String

    /// How the part of an entry begins that its author made; what stands before it are numbers, a time
    /// and a digest, so that the first place is the one.
    private static let beginning = Array(#","signature":""#.utf8)

    package init?(of draft: PreparedDraft) {
        guard let signature = draft.signature else { return nil }
        let bytes = Entry.canonicalBytes(
            sequence: 1, recordedAt: Instant(milliseconds: 0), ordinal: 1,
            rollouts: ContentDigest(of: []), statement: draft.bytes, signature: signature)
        guard let digest = bytes.withUnsafeBufferPointer({ Self.digest(ofEntry: $0) }) else {
            return nil
        }
        self.digest = digest
        rollout = draft.statement.rollout.id
    }

    /// The digest of the entry that has some bytes; nil where nobody signed it.
    package static func digest(ofEntry bytes: UnsafeBufferPointer<UInt8>) -> ContentDigest? {
        // What stands before it has no more bytes than that.
        let last = min(bytes.count - beginning.count, 400)
        guard last > 0,
            let place = (0...last).first(where: { place in
                bytes[place] == beginning[0]
                    && bytes[place..<(place + beginning.count)].elementsEqual(beginning)
            })
        else { return nil }
        var hasher = ContentDigest.Hasher()
        hasher.add(bytes[place...])
        return hasher.digest
    }
}
