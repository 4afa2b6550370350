import Files
package import Rollout
import Synchronization

/// A file of a content store that had its digest when it was opened, read in pieces.
///
/// It is opened once, so that what is put in its place meanwhile is not read; and what is changed in it
/// meanwhile is told before the last piece is handed out.
package final class VerifiedContent: Sendable {
    package let reference: FileReference
    private let store: ContentStore
    private let file: RegularFile
    private let state = Mutex(State())

    private struct State {
        var hasher = ContentDigest.Hasher()
        var size = 0
    }

    /// Takes a file that was just opened; throws where it does not have the digest of its name.
    init(
        _ file: RegularFile, _ digest: ContentDigest, _ store: ContentStore
    ) throws(ContentError) {
        reference = FileReference(size: file.size, digest: digest)
        (self.store, self.file) = (store, file)
        while try !piece().isEmpty {}
        do throws(FileFailure) {
            try file.rewind()
        } catch {
            throw store.error(.unreadable(reference, error))
        }
        state.withLock { $0 = State() }
    }

    /// The next bytes; none at the end.
    package func piece(_ most: Int = 1 << 20) throws(ContentError) -> [UInt8] {
        let piece: [UInt8]
        do throws(FileFailure) {
            piece = try file.piece(most)
        } catch {
            throw store.error(.unreadable(reference, error))
        }
        let isSame = state.withLock { state in
            state.size += piece.count
            state.hasher.add(piece)
            // Whether it is what it was is known with the last of its bytes.
            guard state.size >= reference.size || piece.count < most else { return true }
            return state.size == reference.size && state.hasher.digest == reference.digest
        }
        guard isSame else { throw store.error(.changed(reference)) }
        return piece
    }
}
