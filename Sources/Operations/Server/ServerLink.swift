import Attestation
import Checks
import LedgerStorage
import Rollout

/// The server that a copy of a ledger belongs to.
actor ServerLink: LedgerServer {
    nonisolated let address: String
    private let server: Result<HTTPAddress, ServerFailure>
    nonisolated let copy: ServerCopy
    private let context: OperationContext
    /// The last update of the copy, which all readings of a command share.
    private var update: Task<Void, any Error>?
    /// Texts of checklists that nobody said anything on yet.
    private var waitingTexts: [Draft] = []

    /// A server that cannot be asked is one all the same: its copy alone says nothing of today.
    init(
        _ address: String, _ server: Result<HTTPAddress, ServerFailure>, _ copy: ServerCopy,
        _ context: OperationContext
    ) {
        self.address = (try? server.get())?.origin ?? address
        self.server = server
        self.copy = copy
        self.context = context
    }

    func refresh(_ ledger: SQLiteLedger) async throws {
        if let update { return try await update.value }
        try await bringUp(ledger)
    }

    private func bringUp(_ ledger: SQLiteLedger) async throws {
        let requests = try requests()
        let task = Task { try await UpdateCopy(ledger, requests)() }
        update = task
        try await task.value
    }

    func fetchContent(of entries: [Entry], for ledger: SQLiteLedger) async throws {
        let requests = try requests()
        for entry in entries { try await requests.fetchFiles(of: entry, into: ledger.location) }
    }

    func append(_ drafts: [Draft], to ledger: SQLiteLedger) async throws -> [Entry] {
        let location = ledger.location
        var ready: [Draft] = []
        for draft in drafts {
            // What is too large for an entry is kept beside it, there as here.
            let statement =
                draft.signature == nil ? try location.kept(draft.statement) : draft.statement
            ready.append(Draft(statement, signature: draft.signature))
        }
        let isUnsigned = ready.contains {
            $0.signature == nil && $0.statement.body.kind != .checklistText
        }
        guard !isUnsigned else {
            throw OperationFailure.server(.unsigned(address: address))
        }
        // A text says nothing by itself: it goes along with what is signed on it.
        let texts = ready.filter { $0.signature == nil }
        for text in texts where !waitingTexts.contains(where: { $0.isText(of: text.statement) }) {
            waitingTexts.append(text)
        }
        ready.removeAll { $0.signature == nil }
        guard !ready.isEmpty else { return [] }
        let signed = ready
        ready = waitingTexts.filter { text in signed.contains { text.isText(of: $0.statement) } }
        let sent = ready
        ready += signed
        let body = StatementsBody(ready)
        let outbox = Outbox(copy)
        let path = try outbox.keep(body)
        let sequences: [Int]
        do {
            sequences = try await requests().send(body, with: location.content)
        } catch let failure as OperationFailure {
            throw try outbox.outcome(of: failure, sending: path, to: address)
        }
        waitingTexts.removeAll { sent.contains($0) }
        do {
            try await bringUp(ledger)
        } catch let failure as OperationFailure {
            guard case .transfer = failure else { throw failure }
            throw OperationFailure.server(
                .unseen(address: address, entries: sequences, reason: "\(failure)"))
        }
        let entries = try await entries(sequences, of: signed, in: ledger)
        try outbox.remove(path)
        return entries
    }

    /// The entries that the server says that it made, out of the copy that was verified.
    private func entries(
        _ sequences: [Int], of drafts: [Draft], in ledger: SQLiteLedger
    ) async throws -> [Entry] {
        var made: [Entry] = []
        let size = try await ledger.tree().size
        for sequence in sequences {
            guard sequence <= size else {
                throw OperationFailure.server(
                    .answer(address: address, reason: "it shows no entry \(sequence)"))
            }
            let entry = try await ledger.entry(at: sequence).entry
            guard
                drafts.contains(where: {
                    $0.statement == entry.statement && $0.signature == entry.signature
                })
            else {
                throw OperationFailure.server(
                    .answer(address: address, reason: "entry \(sequence) is of another statement"))
            }
            made.append(entry)
        }
        let named = Set(made.map(\.statement))
        guard drafts.allSatisfy({ named.contains($0.statement) }) else {
            throw OperationFailure.server(
                .answer(address: address, reason: "it does not name every entry"))
        }
        return made
    }

    /// Sends what waited, and returns the numbers of the entries once the copy shows them: what only a
    /// server says that it has is not removed from here.
    func send(_ body: StatementsBody, to ledger: SQLiteLedger) async throws -> [Int] {
        let sequences = try await requests().send(body, with: ledger.location.content)
        try await bringUp(ledger)
        let signed = body.drafts.filter { $0.signature != nil }
        _ = try await entries(sequences, of: signed, in: ledger)
        return sequences
    }

    private func requests() throws -> ServerRequests {
        do throws(ServerFailure) {
            return try ServerRequests(server.get(), copy, context)
        } catch {
            throw OperationFailure.server(error)
        }
    }
}

extension Draft {
    /// Whether it is the text of the checklist that a statement is about.
    fileprivate func isText(of other: Statement) -> Bool {
        statement.body.kind == .checklistText && statement.rollout == other.rollout
            && statement.checklist == other.checklist
    }
}
