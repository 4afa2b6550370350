import Characters
package import Files
import Glibc
package import Rollout

/// Files beside a ledger that statements name by their digest: `evidence/sha256/ab/abcdef…`.
///
/// The name of a file is its digest and nothing else, so that no name from outside is ever a path.
/// Links are not followed, and what is read has the size and digest that it was asked for by.
package struct ContentStore: Hashable, Sendable {
    /// The folder that `evidence` lies in; it must be there before anything is kept.
    private let parent: String
    /// The most bytes of one file.
    package let limit: Int

    /// 64 MiB.
    package static let usualLimit = 64 << 20
    /// How much of a file is in memory at once.
    private static let pieceSize = 1 << 20

    package init(parent: String, limit: Int = usualLimit) {
        self.parent = parent
        self.limit = limit
    }

    /// The folder of the content, for people.
    package var folder: String { "\(parent == "/" ? "" : parent)/evidence" }

    func error(_ cause: ContentError.Cause) -> ContentError {
        ContentError(folder: folder, cause: cause)
    }

    /// What is said of content that does not have its digest, wherever it lies.
    package func damaged(_ digest: ContentDigest) -> ContentError {
        error(.changed(FileReference(size: 0, digest: digest)))
    }

    /// Keeps a copy of some bytes; when it returns, the copy is on durable storage.
    @discardableResult
    package func put(_ bytes: [UInt8]) throws(ContentError) -> FileReference {
        guard bytes.count <= limit else { throw error(.tooLarge(limit: limit)) }
        var rest: [UInt8]? = bytes
        return try put { () throws(FileFailure) in
            defer { rest = nil }
            return rest ?? []
        }
    }

    /// Keeps a copy of a file from where it was read to, to its end.
    package func put(_ file: RegularFile) throws(ContentError) -> FileReference {
        guard file.size > 0 else { throw error(.empty) }
        guard file.size <= limit else { throw error(.tooLarge(limit: limit)) }
        return try put(refusingBlanks: true) { () throws(FileFailure) in
            try file.piece(Self.pieceSize)
        }
    }

    /// A file that comes in pieces.
    package func upload() throws(ContentError) -> ContentUpload {
        do throws(FileFailure) {
            let evidence = try OpenFolder(path: parent).makeFolder("evidence", permissions: 0o700)
            return try ContentUpload(
                self, in: evidence.makeFolder("sha256", permissions: 0o700))
        } catch {
            throw self.error(.unwritable(error))
        }
    }

    /// Keeps what comes in pieces, up to an empty one.
    private func put(
        refusingBlanks: Bool = false, _ next: () throws(FileFailure) -> [UInt8]
    ) throws(ContentError) -> FileReference {
        let upload = try upload()
        var blanks = BlankBytes()
        while true {
            let piece: [UInt8]
            do throws(FileFailure) {
                piece = try next()
            } catch {
                throw self.error(.unwritable(error))
            }
            guard !piece.isEmpty else { break }
            if refusingBlanks { blanks.add(piece) }
            try upload.add(piece)
        }
        if refusingBlanks, blanks.isBlank { throw error(.blank) }
        return try upload.keep()
    }

    /// The folder of the files whose digests begin like that.
    static func shard(_ reference: FileReference) -> String {
        String(reference.digest.hex.prefix(2))
    }

    /// What is wrong with some content; nil where it is there with its size and digest.
    package func damage(to reference: FileReference) -> ContentError? {
        do throws(ContentError) {
            _ = try bytes(of: reference, keeping: false)
            return nil
        } catch {
            return error
        }
    }

    /// The content of a digest, verified by it, to be read in pieces; nil where it is not kept.
    package func verified(_ digest: ContentDigest) throws(ContentError) -> VerifiedContent? {
        let unsized = FileReference(size: 0, digest: digest)
        let file: RegularFile
        do {
            file = try OpenFolder(path: folder).folder("sha256").folder(Self.shard(unsized))
                .file(digest.hex)
        } catch .system(SystemError(ENOENT)) {
            return nil
        } catch {
            throw self.error(.unreadable(unsized, error))
        }
        return try VerifiedContent(file, digest, self)
    }

    /// All of it at once.
    package func bytes(ofDigest digest: ContentDigest) throws(ContentError) -> [UInt8]? {
        guard let content = try verified(digest) else { return nil }
        return try bytes(of: content.reference)
    }

    /// The content, verified by its size and digest.
    package func bytes(of reference: FileReference) throws(ContentError) -> [UInt8] {
        try bytes(of: reference, keeping: true)
    }

    /// The same; where the bytes are not to be kept, the result is empty.
    private func bytes(
        of reference: FileReference, keeping: Bool
    ) throws(ContentError) -> [UInt8] {
        let bytes: [UInt8]?
        do {
            let shard = try OpenFolder(path: folder).folder("sha256")
                .folder(Self.shard(reference))
            bytes = try content(
                shard.file(reference.digest.hex), reference, keeping: keeping)
        } catch .system(SystemError(ENOENT)) {
            throw error(.missing(reference))
        } catch .changed {
            throw error(.changed(reference))
        } catch {
            throw self.error(.unreadable(reference, error))
        }
        guard let bytes else { throw error(.changed(reference)) }
        return bytes
    }

    /// Whether a file with the size and digest of its name stands there.
    func isThere(
        _ reference: FileReference, in shard: OpenFolder
    ) throws(FileFailure) -> Bool {
        guard let file = try? shard.file(reference.digest.hex) else { return false }
        return try content(file, reference, keeping: false) != nil
    }

    /// The content of a file that has the size and digest of its name; nil where it has not.
    ///
    /// Where the bytes are not to be kept, the result is empty.
    private func content(
        _ file: RegularFile, _ reference: FileReference, keeping: Bool
    ) throws(FileFailure) -> [UInt8]? {
        guard file.size == reference.size else { return nil }
        var hasher = ContentDigest.Hasher()
        var bytes: [UInt8] = []
        var size = 0
        while true {
            let piece = try file.piece(Self.pieceSize)
            size += piece.count
            guard size <= reference.size else { return nil }
            hasher.add(piece)
            if keeping { bytes += piece }
            guard piece.count == Self.pieceSize else { break }
        }
        return size == reference.size && hasher.digest == reference.digest ? bytes : nil
    }
}
