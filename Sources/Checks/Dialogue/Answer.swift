import Rollout

/// An answer of a server, held against what a turn expects.
struct Answer {
    /// What a capture came to.
    enum Captured: Hashable {
        case found([UInt8])
        case absent
        case tooLong
        /// The search had no end.
        case abandoned

        var bytes: [UInt8]? {
            guard case .found(let bytes) = self else { return nil }
            return bytes
        }
    }

    private let hearing: Turn.Hearing
    private let bytes: [UInt8]

    init(_ hearing: Turn.Hearing, _ bytes: [UInt8]) {
        (self.hearing, self.bytes) = (hearing, bytes)
    }

    private var text: CapturedText { CapturedText(bytes, limit: bytes.count) }

    /// What is kept of the answer, by name.
    func captured(until deadline: Deadline) -> [String: Captured] {
        var values: [String: Captured] = [:]
        for capture in hearing.captures { values[capture.name] = value(of: capture, deadline) }
        return values
    }

    /// One finding for each thing that is asked for, captures last.
    ///
    /// - Parameters:
    ///   - name: What the answer is, such as "the answer in turn 2".
    ///   - deadline: When to give up searching.
    /// - Returns: At least one finding.
    func findings(of name: String, until deadline: Deadline) -> [Finding] {
        let asked =
            hearing.expected?.findings(of: text, named: name, .bytes, until: deadline) ?? []
        let kept = hearing.captures.map { finding(of: $0, name, deadline) }
        return (asked + kept).isEmpty ? [Finding(name, actual: name, .met)] : asked + kept
    }

    private func value(of capture: Turn.Capture, _ deadline: Deadline) -> Captured {
        guard let bytes = decoded else { return .abandoned }
        switch capture.pattern.capture(bytes, until: deadline) {
        case .found(let bytes):
            return bytes.count > Dialogue.captureLimit ? .tooLong : .found(bytes)
        case .absent: return .absent
        case .abandoned: return .abandoned
        }
    }

    /// The bytes as an expression searches them; nil where they are no text.
    private var decoded: [UInt8]? {
        (hearing.expected?.encoding ?? .utf8).utf8(bytes, isCut: false)
    }

    /// What was found may differ from run to run, so that the facts have it and not the finding.
    private func finding(
        of capture: Turn.Capture, _ name: String, _ deadline: Deadline
    ) -> Finding {
        let words = "\(capture.name) in \(name), matching /\(capture.pattern)/"
        switch value(of: capture, deadline) {
        case .found: return Finding(words, actual: words, .met)
        case .absent:
            return Finding(words, actual: CapturedText.excerpt(bytes, of: bytes.count), .unmet)
        case .tooLong:
            return Finding(
                words, actual: "more than \(Dialogue.captureLimit) bytes", .unmet)
        case .abandoned where decoded == nil:
            return Finding(words, actual: "bytes that are no text in the encoding", .unknown)
        case .abandoned:
            return Finding(
                words, actual: "a search without end: write a simpler expression", .unknown)
        }
    }
}
