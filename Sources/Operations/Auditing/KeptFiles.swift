import Files
import LedgerStorage
package import Rollout

/// The files beside a ledger that entries name, each looked at once.
package struct KeptFiles: Sendable {
    private var first: [FileReference: (entry: Int, name: String)] = [:]
    private var entries: [FileReference: Set<Int>] = [:]

    package init() {}

    /// A file that is not there or not as it was.
    package struct Damage: Hashable, Sendable {
        /// The first entry that names it.
        package let entry: Int
        /// Every entry that names it.
        package let entries: Set<Int>
        /// A clause without a full stop.
        package let detail: String
    }

    package mutating func add(_ entry: Entry) {
        for (file, name) in entry.statement.keptFiles {
            if first[file] == nil { first[file] = (entry.sequence, name) }
            entries[file, default: []].insert(entry.sequence)
        }
    }

    /// Opens each file, and says which are missing or changed, in the order of their entries.
    func damages(in store: ContentStore) -> [Damage] {
        first.sorted { ($0.value.entry, $0.key.digest) < ($1.value.entry, $1.key.digest) }
            .compactMap { file, use in
                guard let error = store.damage(to: file) else { return nil }
                let all = entries[file, default: []]
                let others = all.count - 1
                let more =
                    others == 0
                    ? "" : others == 1 ? " (1 more names it)" : " (\(others) more name it)"
                return Damage(
                    entry: use.entry, entries: all,
                    detail: "\(use.name) (\(file.digest)) \(Self.words(error))\(more)")
            }
    }

    private static func words(_ error: ContentError) -> String {
        switch error.cause {
        case .missing: return "is not kept beside the ledger"
        case .changed: return "is not as it was recorded"
        case .unreadable(_, let failure): return "cannot be read: \(failure.reason)"
        case .tooLarge, .empty, .blank, .notUTF8, .unwritable: return "cannot be used"
        }
    }
}
