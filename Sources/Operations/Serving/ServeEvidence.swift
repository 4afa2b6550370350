package import LedgerStorage
package import Rollout

/// The files of a server that statements name by their digest.
package struct ServeEvidence: Sendable {
    private let location: LedgerLocation

    package static let mostBytes = ContentStore.usualLimit

    package init(_ location: LedgerLocation) { self.location = location }

    /// The content of a digest; nil where it is not kept.
    package func bytes(_ digest: ContentDigest) async throws -> [UInt8]? {
        try await location.database?.fetch([digest], to: location)
        do throws(ContentError) {
            return try location.content.bytes(ofDigest: digest)
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
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
        return location.content.damage(to: file) == nil
    }
}
