import CanonicalJSON
import Rollout

/// What a program came to.
struct Outcome: Sendable, CustomStringConvertible {
    /// The exit status, or 128 and the number of the signal that ended it.
    let status: Int
    let stdout: String
    let stderr: String

    var description: String { "exit \(status)\nstdout: \(stdout)\nstderr: \(stderr)" }

    /// Standard output as JSON.
    func json() throws -> JSONReading {
        JSONReading(value: try JSONValue(jsonBytes: Array(stdout.utf8)))
    }
}
