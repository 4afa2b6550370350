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

    /// Whether a file of the digest is kept, without reading it.
    package func has(_ digest: ContentDigest) async throws -> Bool {
        try await location.evidence.renew(digest)
    }

    /// Keeps bytes that have a digest; false where they have another one.
    ///
    /// Where several servers share a database it has them when this returns.
    package func keep(_ bytes: [UInt8], as digest: ContentDigest) async throws -> Bool {
        guard !bytes.isEmpty, ContentDigest(of: bytes) == digest else { return false }
        do throws(ContentError) {
            try location.content.put(bytes)
            // It may lie there for long already, and is wanted from now on.
            location.content.renew(digest)
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
        try await location.database?.bring(digest, of: location)
        return true
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
