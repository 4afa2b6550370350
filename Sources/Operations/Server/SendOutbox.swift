package import LedgerStorage
import Rollout

/// Sends what could not be sent before.
package struct SendOutbox: Sendable {
    private let link: ServerLink
    private let location: LedgerLocation
    private let outbox: Outbox

    /// Throws where the ledger is no server's.
    package init(_ location: LedgerLocation) throws(OperationFailure) {
        guard let link = location.server as? ServerLink else {
            throw .server(.notAServer(path: location.path))
        }
        self.link = link
        self.location = location
        outbox = Outbox(link.copy)
    }

    /// What waits: the paths of files.
    package func waiting() throws(OperationFailure) -> [String] { try outbox.files() }

    /// What was refused for good, and is not sent again.
    package func refused() throws(OperationFailure) -> [String] { try outbox.refused() }

    /// What became of one file.
    package struct Sent: Sendable {
        package let path: String
        /// The numbers of the entries; nil where the file cannot be sent or was refused, and is kept.
        package let entries: [Int]?
        package let refusal: String?
    }

    /// Sends one after the other, the oldest first, and removes each once the copy of the ledger shows it;
    /// what the server refuses for good is put aside.
    ///
    /// Throws where the server cannot be reached, or shows another past: the rest waits on.
    package func callAsFunction() async throws -> [Sent] {
        var sent: [Sent] = []
        var bodies: [(path: String, body: StatementsBody)] = []
        for path in try waiting() {
            do throws(OperationFailure) {
                bodies.append((path, try outbox.read(path)))
            } catch {
                sent.append(Sent(path: path, entries: nil, refusal: "\(error)"))
            }
        }
        bodies.sort { $0.body.madeAt < $1.body.madeAt }
        for (path, body) in bodies {
            do {
                let entries = try await link.send(body, to: SQLiteLedger(location))
                try outbox.remove(path)
                sent.append(Sent(path: path, entries: entries, refusal: nil))
            } catch let failure as OperationFailure where failure.isAboutStatements {
                var words = failure
                if failure.isFinal {
                    words = try outbox.outcome(of: failure, sending: path, to: link.address)
                }
                sent.append(Sent(path: path, entries: nil, refusal: "\(words)"))
            }
        }
        return sent
    }
}

extension OperationFailure {
    /// It is about what was sent alone, and not about the server as a whole.
    fileprivate var isAboutStatements: Bool {
        switch self {
        case .server(.refused), .server(.answer), .evidence: true
        default: false
        }
    }

    /// The same may not be sent again.
    fileprivate var isFinal: Bool {
        guard case .server(.refused(_, _, let isFinal, _)) = self else { return false }
        return isFinal
    }
}

extension StatementsBody {
    /// When the first of the statements was made, as its author claims.
    fileprivate var madeAt: Instant {
        drafts.map(\.statement.madeAt).min() ?? Instant(milliseconds: 0)
    }
}
