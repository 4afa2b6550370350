/// Why a check could not look, a code with its values; the words for it are made by `Reporting`.
package struct Obstacle: Hashable, Sendable {
    /// What stood in the way; the raw value stands in statements and in JSON.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The check expects nothing, so that nothing was found out.
        case nothingExpected = "nothing-expected"
        /// The run was ended before the check had an answer.
        case stopped
        /// Nothing came within the time limit.
        case timedOut = "timed-out"
        /// The checklist is not trusted to do what the check does.
        case notTrusted = "not-trusted"
    }

    package let code: Code
    /// What the words for it need, by name: `host`, `place`, `limit`, `detail`.
    package let values: [String: String]

    package init(_ code: Code, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }
}
