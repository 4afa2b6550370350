import Attestation
import ChecklistDecoding
import LedgerStorage
import Rollout

/// The rollouts of a ledger, each with the texts that people signed on.
///
/// Each entry is looked at once: what a ledger goes on from stays known.
actor ServedSubjects {
    private let location: LedgerLocation
    private var known = Known()
    /// Texts that were read, which never change.
    private var checklists: [Text: [LoadedChecklist]] = [:]
    private var turn: Task<[Subject], any Error>?

    /// How many entries are taken apart at once.
    private static let share = 1024

    /// A rollout with the texts that people signed on, the newest use first.
    struct Subject: Sendable {
        let rollout: RolloutReference
        var texts: [ContentDigest]
    }

    /// The text of a checklist for a place.
    struct Text: Hashable {
        let digest: ContentDigest
        let place: String
    }

    /// What was found in the first entries of a ledger.
    private struct Known {
        var tree = MerkleTree()
        /// The lists of signers that it was judged by.
        var lists: [ContentDigest] = []
        var subjects: [Subject] = []
    }

    init(_ location: LedgerLocation) { self.location = location }

    /// All of them, as the ledger is now; those who ask at once take turns.
    func all() async throws -> [Subject] {
        let before = turn
        let task = Task {
            _ = await before?.result
            return try await self.look()
        }
        turn = task
        return try await task.value
    }

    /// A checklist that was read before.
    func checklists(
        _ text: Text, _ read: @Sendable () async throws -> [LoadedChecklist]
    ) async throws -> [LoadedChecklist] {
        if let found = checklists[text] { return found }
        let found = try await read()
        checklists[text] = found
        return found
    }

    private func look() async throws -> [Subject] {
        let signers = try await ReadSigners.read(location)
        let ledger = location.servedLedger()
        var known = known
        let files = LogFiles(location)
        let published = try files.log().flatMap { try files.published(by: $0) }
        let whole = try await ledger.hashes { [location, extent = known.tree.extent] hashes in
            // A ledger that lost what was signed, or what was shown from here, has lost a no perhaps.
            try ForkGuard(location).require(published, at: files.checkpointPath, in: hashes)
            guard try extent.size <= hashes.size && hashes.extent(at: extent.size) == extent else {
                let reason = "it does not begin with what it had a moment ago"
                throw LedgerError(location, .damaged(LedgerDamage(sequence: nil, reason: reason)))
            }
            return try hashes.extent(at: hashes.size)
        }
        let lists = signers.lists.map(\.entry.digest)
        // Another list makes other signatures count, also of what was said before.
        if lists != known.lists { known = Known(lists: lists) }
        while known.tree.size < whole.size {
            let end = min(whole.size, known.tree.size + Self.share)
            for bytes in try await ledger.bytes(of: (known.tree.size + 1)...end) {
                let entry = try Entry(canonicalBytes: bytes)
                known.tree.append(entry.digest)
                Self.add(entry, signers, to: &known.subjects)
            }
        }
        guard known.tree.extent == whole else {
            let damage = LedgerDamage(
                sequence: nil, reason: "its root is not the root of its entries")
            throw LedgerError(location, .damaged(damage))
        }
        try await ledger.close()
        self.known = known
        return known.subjects
    }

    /// A text alone says nothing, and what does not count by its signature chooses no text either.
    private static func add(
        _ entry: Entry, _ signers: SignersHistory, to subjects: inout [Subject]
    ) {
        let statement = entry.statement
        guard statement.isMadeOnText else { return }
        guard case .key = signers.authentication(of: entry) else { return }
        let place = subjects.firstIndex { $0.rollout == statement.rollout }
        if place == nil { subjects.append(Subject(rollout: statement.rollout, texts: [])) }
        let index = place ?? subjects.count - 1
        subjects[index].texts.removeAll { $0 == statement.checklist }
        subjects[index].texts.insert(statement.checklist, at: 0)
    }
}
