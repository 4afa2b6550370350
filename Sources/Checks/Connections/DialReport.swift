package import CanonicalJSON
import Rollout

/// What came of connecting to a host: every address with what became of it.
package struct DialReport: Hashable, Sendable {
    /// An address that was tried, or was about to be.
    package struct Attempt: Hashable, Sendable {
        /// How far the attempt had come when the dialling ended.
        package enum Ending: Hashable, Sendable {
            case connected
            /// The error number.
            case failed(Int32)
            /// There was no answer when the dialling ended.
            case unanswered
            /// Another address connected, or the time ran out, before its turn came.
            case untried
        }

        package let address: String
        package let result: Ending
        /// From the beginning of the attempt to its end.
        package let milliseconds: Int

        package init(address: String, result: Ending, milliseconds: Int = 0) {
            self.address = address
            self.result = result
            self.milliseconds = milliseconds
        }
    }

    /// The host that was dialled, which `connect-to` may have set.
    package let host: String
    /// The port that was dialled.
    package let port: Int
    /// How long the lookup of the host took.
    package let resolveMilliseconds: Int
    /// In the order in which they were to be tried.
    package let attempts: [Attempt]
    /// Why there is no connection; nil where there is one.
    package let failure: DialFailure?

    package init(
        host: String, port: Int, resolveMilliseconds: Int = 0, attempts: [Attempt] = [],
        failure: DialFailure? = nil
    ) {
        self.host = host
        self.port = port
        self.resolveMilliseconds = resolveMilliseconds
        self.attempts = attempts
        self.failure = failure
    }

    /// The attempt that connected.
    package var connection: Attempt? { attempts.first { $0.result == .connected } }

    /// The host with the port.
    package var place: String { DialTarget.text(host: host, port: port) }

    /// The address that answered with its port, and the dialled name where that is another.
    package var reached: String {
        guard let address = connection?.address else { return place }
        let text = DialTarget.text(host: address, port: port)
        return address == host ? text : "\(host) (\(text))"
    }

    /// The facts of dialling by name.
    package var facts: [String: JSONValue] {
        var facts: [String: JSONValue] = ["resolve-ms": .integer(Int64(resolveMilliseconds))]
        if !attempts.isEmpty { facts["addresses"] = .array(attempts.map(\.fact)) }
        if let connection {
            facts["address"] = .string(connection.address)
            facts["connect-ms"] = .integer(Int64(connection.milliseconds))
        }
        return facts
    }
}

extension DialReport.Attempt {
    fileprivate var fact: JSONValue {
        [
            "address": .string(address), "result": .string(words),
            "ms": .integer(Int64(milliseconds)),
        ]
    }

    /// What became of the attempt, in words.
    package var words: String {
        switch result {
        case .connected: return "connected"
        case .failed(let error): return DialFailure(errorNumber: error).name
        case .unanswered: return "no answer"
        case .untried: return "not tried"
        }
    }
}
