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

    /// A file that has the digest by which it was brought.
    package struct Content: Sendable {
        let bytes: [UInt8]
        let digest: ContentDigest

        /// Nil where there is nothing, or the bytes have another digest.
        package init?(_ bytes: [UInt8], as digest: ContentDigest) {
            guard !bytes.isEmpty, ContentDigest(of: bytes) == digest else { return nil }
            (self.bytes, self.digest) = (bytes, digest)
        }
    }

    /// Keeps a file; where several servers share a database it has it when this returns.
    package func keep(_ content: Content) async throws {
        let digest = content.digest
        do throws(ContentError) {
            try location.content.put(content.bytes)
            // It may lie there for long already, and is wanted from now on.
            location.content.renew(digest)
        } catch {
            throw OperationFailure.evidence(path: digest.description, error)
        }
        try await location.database?.bring(digest, of: location)
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
