package import ChecklistDecoding
import Files
package import LedgerStorage
import Rollout

extension OperationContext {
    /// The ledger of a checklist by its name; nil, and a text out of the ledger, ask for that of the
    /// working folder.
    package func location(for name: String?) -> LedgerLocation {
        switch ledger {
        case .named(let text):
            if let recorder {
                return LedgerLocation(
                    path: text, origin: .named(mayBeNew: false), recorder: recorder)
            }
            guard let server = servers.link(named: text, self) ?? servers.link(of: text, self)
            else { return LedgerLocation(path: text, origin: .named(mayBeNew: startsLedger)) }
            return LedgerLocation(
                path: server.copy.path, origin: .named(mayBeNew: false), server: server)
        case .served(let location):
            return LedgerLocation(
                path: location.path, origin: location.origin, database: location.database,
                recorder: recorder)
        case .nearest:
            let home = ChecklistHome(of: name.flatMap(Self.file) ?? "checklist", from: folder)
            let path = "\(home.folder)/.readiness/ledger.sqlite"
            guard let server = servers.link(in: "\(home.folder)/.readiness", self) else {
                return LedgerLocation(path: path, origin: .found)
            }
            return LedgerLocation(
                path: server.copy.path, origin: .named(mayBeNew: false), server: server)
        }
    }

    /// The ledgers of checklists by their names, in their order.
    func locations(for names: [String?]) -> [LedgerLocation] {
        if case .nearest = ledger { return names.map { location(for: $0) } }
        // One that is named is that of all checklists.
        return Array(repeating: location(for: nil), count: names.count)
    }

    /// The ledgers of checklists that do not exist yet, each once.
    package func newLedgers(for names: [String]) -> [LedgerLocation] {
        var seen: Set<LedgerLocation> = []
        return locations(for: names).filter {
            seen.insert($0).inserted && !Folder.holdsSomething(at: $0.path)
        }
    }

    /// The first ledger of these checklists that is not there; nil where all are.
    package func absentLedger(of loaded: [LoadedChecklist]) -> LedgerLocation? {
        locations(for: loaded.map(\.source.path)).first { !Folder.holdsSomething(at: $0.path) }
    }

    /// The ledger that the operator named, where there is none; nil where there is one, or none was
    /// named and the usual one may be new.
    package var missingLedger: LedgerLocation? {
        guard case .named = ledger else { return nil }
        let location = location(for: nil)
        guard location.server == nil else { return nil }
        return Folder.holdsSomething(at: location.path) ? nil : location
    }

    /// Where a checklist that was read is at home.
    package func home(of loaded: LoadedChecklist) throws(OperationFailure) -> ChecklistHome {
        if let path = loaded.source.path { return ChecklistHome(of: path, from: folder) }
        let place = loaded.checklist.rollout.place
        guard let home = ChecklistHome(recorded: place, from: folder) else {
            throw .noFolderOfPlace(place: place, from: folder)
        }
        return home
    }

    /// A name that is the same however the path of a file is spelled.
    func wholeName(_ name: String) -> String {
        Self.file(name).map { ChecklistHome(of: $0, from: folder).path } ?? name
    }

    /// The path of a checklist; nil for the digest of a text out of the ledger.
    private static func file(_ name: String) -> String? {
        guard case .path(let path)? = try? ChecklistSource(name) else { return nil }
        return path
    }
}
