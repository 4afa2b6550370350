package import LedgerStorage
package import Rollout

/// The files of a server that statements name by their digest.
package struct ServeEvidence: Sendable {
    private let location: LedgerLocation

    package static let mostBytes = ContentStore.usualLimit

    package init(_ location: LedgerLocation) { self.location = location }

    /// The content of a digest, which it has, to be read in pieces; nil where it is not kept.
    ///
    /// Throws `OperationFailure.evidence` where what is kept has another digest.
    package func content(_ digest: ContentDigest) async throws -> VerifiedContent? {
        guard let database = location.database else { return try lying(digest) }
        try await database.fetch([digest], to: location)
        // What lies beside a database is a cache.
        if let content = try? lying(digest) { return content }
        database.forget(digest)
        try await database.fetch([digest], to: location)
        if let content = try lying(digest) { return content }
        switch try await location.evidence.standing(of: digest) {
        case .missing, .whole: return nil
        case .damaged, .lastinglyDamaged:
            throw OperationFailure.evidence(
                path: digest.description, location.content.damaged(digest))
        }
    }

    private func lying(_ digest: ContentDigest) throws(OperationFailure) -> VerifiedContent? {
        do throws(ContentError) {
            return try location.content.verified(digest)
        } catch {
            throw .evidence(path: digest.description, error)
        }
    }

    /// A file that is brought, of as many bytes as were announced.
    package func upload(
        _ digest: ContentDigest, announced: Int, of reader: String, within quota: EvidenceQuota,
        at now: Instant
    ) async throws -> EvidenceUpload {
        try await EvidenceUpload(
            digest, announced: announced, of: reader, to: location, within: quota, at: now)
    }

    /// Whether a file was brought, as it is named.
    func has(_ file: FileReference) async throws -> Bool {
        // First, so that what nobody named yet is not removed between this look and the entry.
        if let database = location.database {
            guard try await location.evidence.renew(file.digest),
                try await database.fetch([file.digest], to: location).contains(file.digest)
            else { return false }
        }
        location.content.renew(file.digest)
        do {
            return try await content(file.digest)?.reference == file
        } catch OperationFailure.evidence {
            return false
        }
    }
}
