package import LedgerStorage
package import Rollout

/// The files of a server that statements name by their digest.
package struct ServeEvidence: Sendable {
    private let store: ContentStore

    package static let mostBytes = ContentStore.usualLimit

    package init(_ location: LedgerLocation) { store = location.content }

    /// The content of a digest; nil where it is not kept.
    package func bytes(_ digest: ContentDigest) throws(OperationFailure) -> [UInt8]? {
        do throws(ContentError) {
            return try store.bytes(ofDigest: digest)
        } catch {
            throw .evidence(path: digest.description, error)
        }
    }

    /// Whether a file of the digest is kept, without reading it.
    package func has(_ digest: ContentDigest) -> Bool { store.renew(digest) }

    /// Keeps bytes that have a digest; false where they have another one.
    package func keep(
        _ bytes: [UInt8], as digest: ContentDigest
    ) throws(OperationFailure) -> Bool {
        guard !bytes.isEmpty, ContentDigest(of: bytes) == digest else { return false }
        do throws(ContentError) {
            try store.put(bytes)
            // It may lie there for long already, and is wanted from now on.
            store.renew(digest)
        } catch {
            throw .evidence(path: digest.description, error)
        }
        return true
    }
}
