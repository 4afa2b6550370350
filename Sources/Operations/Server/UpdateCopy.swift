import Attestation
import Checks
import LedgerStorage
import Rollout

/// Brings a copy of a ledger up to what the log of its server signed last.
///
/// An entry is stored only once it is shown to belong to a root that the pinned key signed, and that
/// root to go on from the one before: a copy never goes back, and never into another past.
struct UpdateCopy: Sendable {
    private let ledger: SQLiteLedger
    private let requests: ServerRequests

    /// How many entries are stored at once.
    private static let share = 4 * LogTile.width

    private let key: NoteKey?

    /// By the key that is pinned, or by one that is about to be.
    init(_ ledger: SQLiteLedger, _ requests: ServerRequests, by key: NoteKey? = nil) {
        self.ledger = ledger
        self.requests = requests
        self.key = key
    }

    private var location: LedgerLocation { ledger.location }
    private var address: String { requests.server.origin }

    func callAsFunction() async throws {
        let files = LogFiles(location)
        guard let log = try key ?? files.log() else {
            throw OperationFailure.server(.unpinned(address: address))
        }
        let lock = try await NoteFile.lock(requests.copy.addressFile)
        defer { withExtendedLifetime(lock) {} }
        let signed = try await checkpoint(of: log)
        let extent = signed.checkpoint.extent
        let known = try await ledger.tree()
        // The copy may have been lost, and what it once showed is known all the same.
        let shown = try files.published(by: log)?.checkpoint.extent ?? .empty
        guard extent.size >= max(known.size, shown.size) else {
            throw OperationFailure.server(
                .shrunk(
                    address: address, known: max(known.size, shown.size), size: extent.size))
        }
        let leaves = try await leaves(from: known, past: shown, to: extent)
        var first = known.size
        while first < extent.size {
            let end = min(extent.size, (first / Self.share + 1) * Self.share)
            let entries = try await entries(
                first..<end, leaves[(first - known.size)..<(end - known.size)], of: extent.size)
            try await fetchTexts(entries)
            try await ledger.adopt(entries)
            first = end
        }
        if try files.published(by: log)?.note != signed.note { try files.publish(signed.note) }
    }

    private func checkpoint(of log: NoteKey) async throws -> LogCheckpoint {
        let bytes = try await requests.get("/checkpoint", mostBytes: SignedNote.mostBytes)
        do throws(NoteError) {
            return try LogCheckpoint(note: SignedNote(bytes), log: log)
        } catch {
            throw requests.unusable("its checkpoint is not one of the log \(log.name): \(error)")
        }
    }

    /// The leaves that are not known yet; with those that are, they make the root that was signed.
    private func leaves(
        from known: MerkleTree, past shown: LedgerExtent, to extent: LedgerExtent
    ) async throws -> [ContentDigest] {
        var tree = known
        var leaves: [ContentDigest] = []
        while tree.size < extent.size {
            let index = tree.size / LogTile.width
            let width = min(LogTile.width, extent.size - index * LogTile.width)
            let bytes = try await requests.get(
                "/\(LogTile.path(level: 0, index: index, width: width))",
                mostBytes: LogTile.width * 32)
            guard bytes.count == width * 32 else { throw requests.unusable("a tile is too short") }
            for place in (tree.size - index * LogTile.width)..<width {
                guard let leaf = ContentDigest(bytes: bytes[(place * 32)..<(place * 32 + 32)])
                else { throw requests.unusable("a tile holds no hashes") }
                tree.append(leaf)
                leaves.append(leaf)
                guard tree.size != shown.size || tree.extent == shown else {
                    throw OperationFailure.server(.forked(address: address, size: shown.size))
                }
            }
        }
        guard tree.extent == extent else {
            throw OperationFailure.server(
                .forked(address: address, size: max(known.size, shown.size)))
        }
        return leaves
    }

    /// The bytes of entries, each of which has the leaf that belongs to the root.
    private func entries(
        _ range: Range<Int>, _ leaves: ArraySlice<ContentDigest>, of size: Int
    ) async throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var next = range.lowerBound
        while next < range.upperBound {
            let index = next / LogTile.width
            let width = min(LogTile.width, size - index * LogTile.width)
            let bytes = try await requests.get("/\(LogTile.bundlePath(index: index, width: width))")
            guard let bundle = LogTile.entries(ofBundle: bytes), bundle.count == width else {
                throw requests.unusable("a bundle of entries cannot be read")
            }
            let wanted = bundle.dropFirst(next - index * LogTile.width)
                .prefix(range.upperBound - next)
            entries += wanted
            next += wanted.count
        }
        for (entry, leaf) in zip(entries, leaves) where ContentDigest(ofLeaf: entry) != leaf {
            throw requests.unusable("an entry is not the one that was signed")
        }
        return entries
    }

    /// Texts of checklists and lists of signers are always at hand; other files come where they are
    /// asked for.
    private func fetchTexts(_ entries: [[UInt8]]) async throws {
        for bytes in entries {
            guard let entry = try? Entry(canonicalBytes: bytes) else { continue }
            switch entry.statement.body.kind {
            case .checklistText, .signers: try await requests.fetchFiles(of: entry, into: location)
            default: break
            }
        }
    }
}
