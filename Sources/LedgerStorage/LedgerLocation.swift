import Glibc

/// Where a ledger is kept.
package struct LedgerLocation: Hashable, Sendable, CustomStringConvertible {
    /// The path as it was given.
    package let path: String

    /// How it is known that this is the ledger that is meant.
    package let origin: Origin

    package enum Origin: Hashable, Sendable {
        /// Somebody named the path; whether a ledger may be started there, where there is none.
        case named(mayBeNew: Bool)
        /// It was found beside a checklist: what another user put there is not believed.
        case found
    }

    /// The ledger at a path; nothing is looked at yet.
    package init(path: String, origin: Origin = .named(mayBeNew: true)) {
        self.path = path
        self.origin = origin
    }

    package var format: LedgerFormat { LedgerFormat(path: path) }

    /// The ledger's own file, also where the path leads to it through a link.
    package var file: String {
        let end = realpath(path, nil)
        defer { free(end) }
        return end.map { String(cString: $0) } ?? path
    }

    /// The folder that it lies in.
    package var folder: String {
        let file = file
        guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    /// The files that statements name by their digest: in `evidence` beside the ledger's own file.
    package var content: ContentStore { ContentStore(parent: folder) }

    /// The ledger itself; nothing is opened or created yet.
    ///
    /// The timeout is how long to wait for other programs that use the ledger.
    package func ledger(busyTimeout: Duration = .seconds(30)) -> any Ledger {
        switch format {
        case .sqlite: return SQLiteLedger(self, busyTimeout: busyTimeout)
        case .jsonLines: return TextLedger(self)
        }
    }

    package var description: String { path }
}
