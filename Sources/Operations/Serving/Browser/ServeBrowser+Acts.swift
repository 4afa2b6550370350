import Attestation
import Characters
import ChecklistDecoding
import LedgerStorage
package import Rollout
import Synchronization

extension ServeBrowser {
    /// How old a statement may be when it is signed: somebody reads it first.
    private static let longest = Duration.seconds(600)

    /// The statement that an act would record, and in two sentences what signing it means.
    ///
    /// Throws `StatementRefusal` where it would count for nothing.
    package func show(
        _ message: BrowserMessage, to session: BrowserSession
    ) async throws -> (statement: Statement, meaning: String) {
        let told = Mutex("")
        do {
            _ = try await perform(message, session, .shown) { words in
                told.withLock { $0 = words }
            }
        } catch let shown as StatementShown {
            return (shown.statement, told.withLock { $0 })
        }
        throw StatementRefusal(.rules, "There is nothing to sign.")
    }

    /// Records what was shown and signed; what is on record already is the same entry.
    package func record(
        _ message: BrowserMessage, by session: BrowserSession
    ) async throws -> Entry {
        let statement = try message.statement()
        let (credential, assertion) = try message.assertion()
        guard statement.principal == session.person, credential == session.credential else {
            throw StatementRefusal(
                .signature, "Another passkey signed than the one that you signed in with.")
        }
        let signature = try Self.signature(
            assertion, by: session.key, for: statement.body.namespace)
        let ledger = location.ledger()
        let reading = try await ledger.reading(of: statement.rollout.id, asOf: .everything)
        try await ledger.close()
        if let known = reading.entries.first(where: {
            $0.statement == statement && $0.signature == signature
        }) {
            return known
        }
        let now = now
        guard statement.madeAt <= now, now < statement.madeAt.advanced(by: Self.longest) else {
            throw StatementRefusal(
                .superseded, "It was signed too long after it was shown. Look at the page again.")
        }
        return try await perform(
            message, session, .shownAndSigned(statement, signature: signature))
    }

    private func perform(
        _ message: BrowserMessage, _ session: BrowserSession, _ method: SigningMethod,
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> Entry {
        let name = try message.text("rollout")
        guard let served = try await rollouts.all().served.first(where: { $0.name == name }) else {
            throw StatementRefusal(.form, "There is no such rollout.")
        }
        let what = try await BrowserAct(message) { try await evidence($0) }
        do {
            let act = try await Act(
                on: served.loaded, by: session.person, signing: method, tell: tell, context)
            return try await what(act)
        } catch let failure as OperationFailure {
            switch failure {
            case .signature(let fault): throw Self.refusal(fault)
            case .signing(.otherThanShown):
                throw StatementRefusal(.superseded, failure.description)
            case .file, .evidence, .server, .log: throw failure
            default: throw StatementRefusal(.rules, failure.description)
            }
        }
    }

    /// Files of evidence that the page has brought before, by their digests.
    private func evidence(_ files: [BrowserMessage]) async throws -> [EvidenceFile] {
        var kept: [EvidenceFile] = []
        for file in files {
            let name = try file.words("name")
            guard let digest = ContentDigest(try file.text("digest")),
                let content = try await ServeEvidence(location).content(digest)
            else { throw StatementRefusal(.content, "The file \(name) was not brought.") }
            var blanks = BlankBytes()
            while true {
                let piece = try content.piece()
                guard !piece.isEmpty else { break }
                blanks.add(piece)
            }
            guard !blanks.isBlank else {
                throw StatementRefusal(.content, "The file \(name) shows nothing.")
            }
            kept.append(EvidenceFile(name: name, file: content.reference))
        }
        return kept
    }
}
