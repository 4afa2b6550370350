import CanonicalJSON

extension CheckReport {
    /// The name of the fact that says when what was seen ends by itself, in the form of RFC 3339.
    package static let endFact = "holds-until"

    /// When what was seen ends by itself, such as a certificate, whatever the checklist allows.
    ///
    /// Nil where nothing ends, and where the facts are too large to stand in the statement.
    package var end: Instant? {
        guard let bytes = facts.content?.bytes else { return nil }
        // In canonical JSON a quotation mark within a text is escaped, so that this is a key.
        let mark = Array("\"\(Self.endFact)\":\"".utf8)
        guard let start = Self.place(behind: mark, in: bytes) else { return nil }
        let text = bytes[start...].prefix { $0 != UInt8(ascii: "\"") }
        return Instant(rfc3339: String(decoding: text, as: UTF8.self))
    }

    private static func place(behind mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        let last = bytes.count - mark.count
        return (0...last).first { start in
            bytes[start + 1] == mark[1] && bytes[start..<start + mark.count].elementsEqual(mark)
        }.map { $0 + mark.count }
    }
}

extension Step {
    /// Until when the outcome of a check counts that was observed at a moment: for as long as the step
    /// says, and no longer than what was seen lasts.
    func lapse(of report: CheckReport?, observed: Instant) -> Instant {
        let lapse = observed.advanced(by: freshFor)
        guard let report, report.outcome == .met, let end = report.end else { return lapse }
        return min(lapse, end)
    }
}
