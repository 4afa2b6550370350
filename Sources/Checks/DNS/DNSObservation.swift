/// What came of asking name servers.
package struct DNSObservation: Hashable, Sendable {
    /// Why a server gave no answer.
    package enum Failure: Error, Hashable, Sendable {
        case timedOut
        case stopped
        /// What is wrong with the server, in a few words.
        case unreachable(String)
        /// It answered with bytes that are not a complete message.
        case unreadable
        /// The question could not be asked; the reason in a few words.
        case notAsked(String)
    }

    /// What came of asking one server.
    package struct Attempt: Hashable, Sendable {
        package let server: DNSServer
        package let isOverTCP: Bool
        package let milliseconds: Int
        package let result: Result<DNSMessage, Failure>

        package init(
            server: DNSServer, isOverTCP: Bool = false, milliseconds: Int = 0,
            result: Result<DNSMessage, Failure>
        ) {
            self.server = server
            self.isOverTCP = isOverTCP
            self.milliseconds = milliseconds
            self.result = result
        }

        /// The server says what there is or that there is nothing, so that no other need be asked.
        var isConclusive: Bool {
            guard case .success(let message) = result else { return false }
            return message.code == .noError || message.code == .noSuchName
        }

        /// What came of it in a few words, with the server.
        var words: String {
            let transport = isOverTCP ? " over TCP, where the rest of a long answer is" : ""
            switch result {
            case .success(let message): return "\(server): \(message.code)"
            case .failure(.timedOut): return "\(server): no answer in time\(transport)"
            case .failure(.stopped): return "\(server): not waited for"
            case .failure(.unreachable(let reason)): return "\(server): \(reason)\(transport)"
            case .failure(.unreadable): return "\(server): no complete answer\(transport)"
            case .failure(.notAsked(let reason)): return "\(server): not asked (\(reason))"
            }
        }
    }

    /// In the order in which the servers were asked.
    package let attempts: [Attempt]
    /// The asking was ended before its time.
    package let wasStopped: Bool

    /// What the name service of this machine said; nil where it was not asked.
    package var service: NameServiceAnswer?

    package init(
        attempts: [Attempt], wasStopped: Bool = false, service: NameServiceAnswer? = nil
    ) {
        self.attempts = attempts
        self.wasStopped = wasStopped
        self.service = service
    }

    /// The attempt that counts.
    ///
    /// The first conclusive one, else the first that brought a message at all, else the last.
    package var decisive: Attempt? {
        attempts.first(where: \.isConclusive)
            ?? attempts.first { (try? $0.result.get()) != nil }
            ?? attempts.last
    }
}
