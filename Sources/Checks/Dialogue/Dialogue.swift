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

    /// What is wrong with the turns taken together, and what to do about it.
    var mistakes: [(message: String, fix: String)] {
        var mistakes: [(message: String, fix: String)] = []
        var names: Set<String> = []
        var isSecured = false
        for (place, turn) in turns.enumerated() {
            switch turn {
            case .send(let parts):
                for case .captured(let name) in parts where !names.contains(name) {
                    mistakes.append(
                        (
                            "turn \(place + 1) sends \(name), which no earlier turn captures",
                            "name it under capture of an earlier turn"
                        ))
                }
            case .hear(let hearing):
                for capture in hearing.captures where !names.insert(capture.name).inserted {
                    mistakes.append(
                        (
                            "turn \(place + 1) captures \(capture.name) a second time",
                            "give it another name"
                        ))
                }
            case .secure:
                if isSecured {
                    mistakes.append(
                        ("turn \(place + 1) begins TLS in TLS", "remove one of the two tls turns"))
                }
                isSecured = true
            }
        }
        if turns.count > Self.turnLimit {
            mistakes.append(
                (
                    "the dialogue has \(turns.count) turns, and at most \(Self.turnLimit) are spoken",
                    "make it two checks"
                ))
        }
        let isHeard = turns.contains {
            if case .send = $0 { return false }
            return true
        }
        if !turns.isEmpty, !isHeard {
            mistakes.append(
                ("nobody waits for an answer, so that nothing could be compared", "add an expect"))
        }
        return mistakes
    }
}
