package import LedgerStorage
package import Rollout

/// A file that is brought by its digest, in pieces; what is not kept leaves nothing behind.
///
/// Room is taken for it as soon as its size is known, so that what is on its way passes no limit.
package final class EvidenceUpload {
    private let location: LedgerLocation
    private let digest: ContentDigest
    private let content: ContentUpload
    private let quota: EvidenceQuota
    private let reader: String
    private let now: Instant
    /// Whether it was there already: what has room takes none.
    private let isThere: Bool
    private var room = 0
    private var isKept = false

    /// Throws `EvidenceQuota.Refusal` where there is no room for what was announced, here and in `add`.
    package init(
        _ digest: ContentDigest, announced: Int, of reader: String, to location: LedgerLocation,
        within quota: EvidenceQuota, at now: Instant
    ) async throws {
        isThere = try await location.evidence.renew(digest)
        try await quota.follow(location)
        do throws(ContentError) {
            content = try location.content.upload()
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
        (self.location, self.digest, self.quota) = (location, digest, quota)
        (self.reader, self.now) = (reader, now)
        try take(announced)
    }

    deinit { quota.settle(room, of: reader, isKept: isKept) }

    private func take(_ bytes: Int) throws(EvidenceQuota.Refusal) {
        guard !isThere, bytes > 0 else { return }
        try quota.take(bytes, of: reader, at: now)
        room += bytes
    }

    package func add(_ piece: [UInt8]) throws {
        try take(content.size + piece.count - room)
        do throws(ContentError) {
            try content.add(piece)
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
    }

    /// Something came, and it has the digest by which it was brought.
    package var isWhole: Bool { content.size > 0 && content.reference.digest == digest }

    /// Keeps it, which must be whole; where several servers share a database it has it when this returns.
    package func keep() async throws {
        precondition(isWhole, "a file that is not what it says")
        if !isThere {
            // Other servers may have filled the place while this one came.
            try await quota.follow(location)
            try quota.check()
        }
        do throws(ContentError) {
            try content.keep()
            // It may lie there for long already, and is wanted from now on.
            location.content.renew(digest)
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
        try await location.database?.bring(digest, of: location)
        isKept = true
    }
}
