import CanonicalJSON

/// What was seen of a dialogue, up to where it ended.
package struct DialogueRecord: Hashable, Sendable {
    /// A turn that came to its end.
    package enum Event: Hashable, Sendable {
        /// So many bytes were sent.
        case sent(Int)
        /// An answer came, after so many milliseconds.
        case heard([UInt8], milliseconds: Int)
        /// What follows is said in TLS.
        case secured
    }

    /// One for each turn that came to its end, in their order.
    package var events: [Event] = []
    /// What was kept of the answers, by name.
    package var captured: [String: [UInt8]] = [:]
    /// What came of an answer that did not come to its end.
    package var unfinished: [UInt8] = []
    /// An answer was not as expected, so that nothing more was said.
    package var isBroken = false

    package init() {}

    /// The facts of the dialogue; text is on one line, with what cannot be seen shown.
    var facts: [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "dialogue": .array(events.enumerated().map { Self.fact($1, turn: $0 + 1) })
        ]
        if !captured.isEmpty {
            facts["captured"] = .object(
                captured.mapValues { .string(ForeignText.clean($0, limit: Dialogue.captureLimit)) })
        }
        if !unfinished.isEmpty {
            facts["unfinished"] = .string(ForeignText.clean(unfinished))
        }
        return facts
    }

    private static func fact(_ event: Event, turn: Int) -> JSONValue {
        let turn = JSONValue.integer(Int64(turn))
        switch event {
        case .sent(let count): return ["turn": turn, "sent-bytes": .integer(Int64(count))]
        case .heard(let bytes, let milliseconds):
            return [
                "turn": turn, "answer": .string(ForeignText.clean(bytes)),
                "bytes": .integer(Int64(bytes.count)), "ms": .integer(Int64(milliseconds)),
            ]
        case .secured: return ["turn": turn, "tls": true]
        }
    }
}
