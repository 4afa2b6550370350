package import LedgerStorage
package import Rollout

/// A file that is brought by its digest, in pieces; what is not kept leaves nothing behind.
///
/// Room is taken for it as soon as its size is known, so that what is on its way passes no limit. Of a
/// file that is there already nothing is written and nothing counted: it is only held against its digest.
package final class EvidenceUpload {
    private let location: LedgerLocation
    private let digest: ContentDigest
    /// Nil where it is there already.
    private let content: ContentUpload?
    private let quota: EvidenceQuota
    private let reader: String
    private let now: Instant
    private var hasher = ContentDigest.Hasher()
    private var size = 0
    private var room = 0
    private var isNew = false

    /// The server keeps something else under the digest, and may not replace it.
    package struct Damaged: Error {}

    /// What was there when it began to come was removed meanwhile, and what came is not kept.
    package struct Removed: Error {}

    /// Throws `EvidenceQuota.Refusal` where there is no room for what was announced, here and in `add`;
    /// and `Damaged`.
    package init(
        _ digest: ContentDigest, announced: Int, of reader: String, to location: LedgerLocation,
        within quota: EvidenceQuota, at now: Instant
    ) async throws {
        let isThere: Bool
        switch try await location.evidence.standing(of: digest) {
        case .whole: isThere = true
        case .missing, .damaged: isThere = false
        case .lastinglyDamaged: throw Damaged()
        }
        if !isThere { try await quota.follow(location) }
        do throws(ContentError) {
            content = isThere ? nil : try location.content.upload()
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
        (self.location, self.digest, self.quota) = (location, digest, quota)
        (self.reader, self.now) = (reader, now)
        try take(announced)
    }

    deinit { quota.settle(room, of: reader, isNew: isNew) }

    private func take(_ bytes: Int) throws(EvidenceQuota.Refusal) {
        guard content != nil, bytes > 0 else { return }
        try quota.take(bytes, of: reader, at: now)
        room += bytes
    }

    package func add(_ piece: [UInt8]) throws {
        try take(size + piece.count - room)
        size += piece.count
        hasher.add(piece)
        do throws(ContentError) {
            try content?.add(piece)
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
    }

    /// Something came, and it has the digest by which it was brought.
    package var isWhole: Bool { size > 0 && hasher.digest == digest }

    /// Keeps it, which must be whole; where several servers share a database it has it when this returns.
    ///
    /// Throws `EvidenceQuota.Refusal` and `Removed`.
    package func keep() async throws {
        precondition(isWhole, "a file that is not what it says")
        guard let content else {
            // It is wanted from now on, and the way may have been long.
            guard try await location.evidence.renew(digest) else { throw Removed() }
            return
        }
        // Other servers may have filled the place while this one came.
        try await quota.follow(location)
        try quota.check()
        do throws(ContentError) {
            isNew = try quota.inTurn { () throws(ContentError) in
                try content.keep()
                return content.isNew
            }
            // It may lie there for long already, and is wanted from now on.
            location.content.renew(digest)
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
        if let database = location.database {
            isNew = false
            isNew = try await database.bring(digest, of: location)
        }
    }
}
