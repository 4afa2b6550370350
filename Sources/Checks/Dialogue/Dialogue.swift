/// What is said to a server and what it must answer, turn by turn.
package struct Dialogue: Hashable, Sendable {
    /// More turns than any greeting takes.
    package static let turnLimit = 50
    /// How many bytes one answer may have.
    package static let answerLimit = 64 << 10
    /// How many bytes of an answer may be kept under a name.
    package static let captureLimit = 1000

    package let turns: [Turn]

    package init(_ turns: [Turn]) {
        self.turns = turns
    }

    /// Where TLS begins; nil where it does not.
    package var securing: (place: Int, tls: TLSExpectations)? {
        for (place, turn) in turns.enumerated() {
            if case .secure(let tls) = turn { return (place, tls) }
        }
        return nil
    }

    /// Something that is wrong with the turns taken together.
    struct Mistake {
        /// The place of the turn; nil where it is about all of them.
        let place: Int?
        let message: String
        let fix: String
    }

    /// Everything that is wrong with them, in their order.
    var mistakes: [Mistake] {
        var mistakes: [Mistake] = []
        var names: Set<String> = []
        var isSecured = false
        for (place, turn) in turns.enumerated() {
            func note(_ what: String, fix: String) {
                mistakes.append(
                    Mistake(place: place, message: "turn \(place + 1) \(what)", fix: fix))
            }
            switch turn {
            case .send(let parts):
                for case .captured(let name) in parts where !names.contains(name) {
                    note(
                        "sends \(name), which no earlier turn captures",
                        fix: "name it under capture of an earlier turn")
                }
            case .hear(let hearing):
                for capture in hearing.captures where !names.insert(capture.name).inserted {
                    note("captures \(capture.name) a second time", fix: "give it another name")
                }
            case .secure:
                if isSecured {
                    note("begins TLS in TLS", fix: "remove one of the two tls turns")
                }
                isSecured = true
            }
        }
        if turns.count > Self.turnLimit {
            let most = "at most \(Self.turnLimit) are spoken"
            mistakes.append(
                Mistake(
                    place: nil, message: "the dialogue has \(turns.count) turns, and \(most)",
                    fix: "make it two checks"))
        }
        let isHeard = turns.contains {
            if case .send = $0 { return false }
            return true
        }
        if !turns.isEmpty, !isHeard {
            mistakes.append(
                Mistake(
                    place: nil,
                    message: "nobody waits for an answer, so that nothing could be compared",
                    fix: "add an expect"))
        }
        return mistakes
    }
}
