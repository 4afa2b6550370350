package import LedgerStorage

extension OperationContext {
    /// The ledger of a checklist by its path; nil asks for that of the working folder.
    package func location(for path: String?) -> LedgerLocation {
        switch ledger {
        case .named(let path): return LedgerLocation(path: path)
        case .nearest:
            let home = ChecklistHome(of: path ?? "checklist", from: folder)
            return LedgerLocation(path: "\(home.folder)/.readiness/ledger.sqlite")
        }
    }
}
