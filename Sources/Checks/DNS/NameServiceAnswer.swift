import CanonicalJSON

/// What the name service of this machine said of a name.
package struct NameServiceAnswer: Hashable, Sendable {
    /// What came of asking it.
    package enum Result: Hashable, Sendable {
        /// Sorted; never empty.
        case addresses([String], milliseconds: Int)
        /// It found the name without such an address, or did not find it.
        case absent(String)
        /// It could not find out; in a few words.
        case failed(String)
        case timedOut
    }

    package let result: Result
    /// Where it looks, in its order; nil where that could not be read.
    package let sources: String?

    package init(_ result: Result, sources: String? = nil) {
        self.result = result
        self.sources = sources
    }

    var facts: [String: JSONValue] {
        var facts: [String: JSONValue] = ["via": .string(DNSInquiry.Way.nameService.rawValue)]
        if let sources { facts["name-service"] = .string(sources) }
        switch result {
        case .addresses(let found, let milliseconds):
            facts["values"] = .array(found.map { .string($0) })
            facts["query-ms"] = .integer(Int64(milliseconds))
        case .absent(let words), .failed(let words): facts["failure"] = .string(words)
        case .timedOut: facts["failure"] = "timed out"
        }
        return facts
    }
}
