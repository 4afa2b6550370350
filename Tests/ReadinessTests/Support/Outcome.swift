import Rollout

/// What a program came to.
struct Outcome: Sendable, CustomStringConvertible {
    /// The exit status, or 128 and the number of the signal that ended it.
    let status: Int
    let stdout: String
    let stderr: String

    var description: String { "exit \(status)\nstdout: \(stdout)\nstderr: \(stderr)" }

    /// Standard output as JSON.
    func json() throws -> JSONValue { try JSONValue(jsonBytes: Array(stdout.utf8)) }
}

extension JSONValue {
    /// The entry of a list, or null.
    subscript(_ index: Int) -> JSONValue {
        guard let items, items.indices.contains(index) else { return .null }
        return items[index]
    }

    /// The value of a key, or null.
    subscript(_ key: String) -> JSONValue { self[key: key] ?? .null }

    /// The entry of a list of objects that has the text under the key, or null.
    func first(_ key: String, _ text: String) -> JSONValue {
        items?.first { $0[key].text == text } ?? .null
    }
}
