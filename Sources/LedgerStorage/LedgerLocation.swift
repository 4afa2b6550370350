import Glibc

/// Where a ledger is kept.
package struct LedgerLocation: Hashable, Sendable, CustomStringConvertible {
    /// The path as it was given.
    package let path: String

    /// How it is known that this is the ledger that is meant.
    package let origin: Origin

    /// The server whose ledger the one at the path is a copy of; nil for a ledger of its own.
    package let server: (any LedgerServer)?

    /// What records in the ledger where this program is its server; nil where the program writes itself.
    package let recorder: (any LedgerServer)?

    package enum Origin: Hashable, Sendable {
        /// Somebody named the path; whether a ledger may be started there, where there is none.
        case named(mayBeNew: Bool)
        /// It was found beside a checklist: what another user put there is not believed.
        case found
    }

    /// The ledger at a path; nothing is looked at yet.
    package init(
        path: String, origin: Origin = .named(mayBeNew: true), server: (any LedgerServer)? = nil,
        recorder: (any LedgerServer)? = nil
    ) {
        self.recorder = recorder
        self.path = path
        self.origin = origin
        self.server = server
    }

    package static func == (one: LedgerLocation, other: LedgerLocation) -> Bool {
        one.path == other.path && one.origin == other.origin
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(origin)
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
        // Whatever the path looks like: what a server is named for is read of nothing else.
        if let server {
            return CopiedLedger(
                server: server, copy: SQLiteLedger(self, busyTimeout: busyTimeout))
        }
        if let recorder {
            let own = LedgerLocation(path: path, origin: origin)
            return CopiedLedger(
                server: recorder, copy: SQLiteLedger(own, busyTimeout: busyTimeout))
        }
        switch format {
        case .sqlite: return SQLiteLedger(self, busyTimeout: busyTimeout)
        case .jsonLines: return TextLedger(self)
        }
    }

    package var description: String { server?.address ?? path }
}
