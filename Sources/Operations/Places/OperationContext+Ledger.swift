import Files
package import LedgerStorage

extension OperationContext {
    /// The ledger of a checklist by its path; nil asks for that of the working folder.
    package func location(for path: String?) -> LedgerLocation {
        switch ledger {
        case .named(let path):
            return LedgerLocation(path: path, origin: .named(mayBeNew: startsLedger))
        case .nearest:
            let home = ChecklistHome(of: path ?? "checklist", from: folder)
            return LedgerLocation(path: "\(home.folder)/.readiness/ledger.sqlite", origin: .found)
        }
    }
}

extension OperationContext {
    /// The ledger of a checklist, where there is none yet.
    package func newLedger(for path: String) -> LedgerLocation? {
        let location = location(for: path)
        return Folder.holdsSomething(at: location.path) ? nil : location
    }

    /// The ledger that the operator named, where there is none; nil where there is one, or none was
    /// named and the usual one may be new.
    package var missingLedger: LedgerLocation? {
        guard case .named(let path) = ledger, !Folder.holdsSomething(at: path) else { return nil }
        return LedgerLocation(path: path)
    }
}
