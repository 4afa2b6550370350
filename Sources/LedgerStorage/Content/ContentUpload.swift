import Files
import Glibc
package import Rollout

/// A file on its way into a content store, as its pieces come; what is not kept is gone with it.
///
/// One task at a time adds to it: whoever reads the pieces.
package final class ContentUpload {
    private let store: ContentStore
    private let folder: OpenFolder
    private let part: NewFile
    private let name: String
    private var hasher = ContentDigest.Hasher()
    /// How many bytes came by now.
    package private(set) var size = 0
    /// Whether it was kept and was not there before, as it is.
    package private(set) var isNew = false

    init(_ store: ContentStore, in folder: OpenFolder) throws(FileFailure) {
        (self.store, self.folder) = (store, folder)
        // The name is new each time, so that what a crash left behind is never in the way.
        name = ".\(getpid())-\(UInt64.random(in: .min ... .max)).part"
        part = try folder.makeFile(name, permissions: 0o600)
    }

    deinit { folder.remove(name) }

    /// Takes the next piece; throws where it is more than the store keeps.
    package func add(_ piece: [UInt8]) throws(ContentError) {
        guard piece.count <= store.limit - size else {
            throw store.error(.tooLarge(limit: store.limit))
        }
        size += piece.count
        hasher.add(piece)
        do throws(FileFailure) {
            try part.write(piece)
        } catch {
            throw store.error(.unwritable(error))
        }
    }

    /// What has come by now.
    package var reference: FileReference { FileReference(size: size, digest: hasher.digest) }

    /// Keeps it; when it returns, the file is on durable storage.
    ///
    /// What is there already is kept; what only has the name is replaced.
    @discardableResult
    package func keep() throws(ContentError) -> FileReference {
        let reference = reference
        do throws(FileFailure) {
            let shard = try folder.makeFolder(ContentStore.shard(reference), permissions: 0o700)
            if try !store.isThere(reference, in: shard) {
                try part.synchronise()
                try folder.move(name, to: shard, as: reference.digest.hex)
                isNew = true
            }
        } catch {
            throw store.error(.unwritable(error))
        }
        return reference
    }
}
