import Glibc

/// Where a ledger is kept.
package struct LedgerLocation: Hashable, Sendable, CustomStringConvertible {
    /// The path as it was given.
    package let path: String

    /// How it is known that this is the ledger that is meant.
    package let origin: Origin

    /// The server whose ledger the one at the path is a copy of; nil for a ledger of its own.
    package let server: (any LedgerServer)?

    /// The database that has the ledger, with files beside it at the path; nil for a ledger in a file.
    package let database: (any LedgerDatabase)?

    /// What records in the ledger where this program is its server; nil where the program writes itself.
    package let recorder: (any LedgerRecorder)?

    package enum Origin: Hashable, Sendable {
        /// Somebody named the path; whether a ledger may be started there, where there is none.
        case named(mayBeNew: Bool)
        /// It was found beside a checklist: what another user put there is not believed.
        case found
    }

    /// The ledger at a path; nothing is looked at yet.
    package init(
        path: String, origin: Origin = .named(mayBeNew: true), server: (any LedgerServer)? = nil,
        database: (any LedgerDatabase)? = nil, recorder: (any LedgerRecorder)? = nil
    ) {
        self.path = path
        self.origin = origin
        self.server = server
        self.database = database
        self.recorder = recorder
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

    /// Where the evidence lies: in the database, or beside the ledger.
    package var evidence: any EvidenceStore {
        guard let database else { return content }
        return database.evidence(of: self)
    }

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
            let own = LedgerLocation(path: path, origin: origin, database: database)
            return RecordedLedger(
                ledger: own.ledger(busyTimeout: busyTimeout), recorder: recorder)
        }
        if let database { return database.ledger(at: self) }
        switch format {
        case .sqlite: return SQLiteLedger(self, busyTimeout: busyTimeout)
        case .jsonLines: return TextLedger(self)
        }
    }

    /// The ledger as a server keeps it: in its database, or in the file.
    package func servedLedger() -> any ServedLedger {
        database?.ledger(at: self) ?? SQLiteLedger(self)
    }

    package var description: String { server?.address ?? database?.address ?? path }
}
