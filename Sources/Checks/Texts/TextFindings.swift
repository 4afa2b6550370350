import Rollout

/// Holds one text against what is expected of it.
struct TextFindings {
    let expectation: TextExpectation
    let captured: CapturedText
    /// What the text is, such as "the standard output".
    let name: String
    let medium: TextExpectation.Medium
    /// When to give up searching.
    let deadline: Deadline

    /// One finding for each thing that was asked for.
    var all: [Finding] {
        guard let bytes else {
            return expected.map {
                Finding($0, actual: "bytes that are no \(encodingName) text", .unknown)
            }
        }
        return expectation.contains.map { contains($0, bytes) }
            + expectation.matches.map { matches($0, bytes) }
            + expectation.lacks.map { lacks($0, bytes) }
            + (expectation.equals.map { [equals($0, bytes)] } ?? [])
    }

    /// The text in UTF-8; nil where it cannot be read as one.
    private var bytes: [UInt8]? {
        if let encoding = expectation.encoding ?? (medium == .bytes ? nil : .utf8) {
            return encoding.utf8(captured.kept, isCut: captured.isCut)
        }
        return captured.kept
    }

    private var encodingName: String { (expectation.encoding ?? .utf8).rawValue.uppercased() }

    /// The words for all that was asked for, in the order of the findings.
    private var expected: [String] {
        expectation.contains.map(with) + expectation.matches.map(matching)
            + expectation.lacks.map(without) + (expectation.equals.map { [exactly($0)] } ?? [])
    }

    private func with(_ part: String) -> String { "\(name) with \"\(part)\"" }
    private func without(_ part: String) -> String { "\(name) without \"\(part)\"" }
    private func matching(_ pattern: TextPattern) -> String { "\(name) matching /\(pattern)/" }
    private func exactly(_ wanted: String) -> String {
        wanted.isEmpty ? "\(name) empty" : "\(name) as \"\(wanted)\""
    }

    private var excerpt: String {
        medium == .privateText ? ByteCount.words(Int64(captured.total)) : captured.excerpt
    }

    private func contains(_ part: String, _ bytes: [UInt8]) -> Finding {
        bytes.contains(Array(part.utf8))
            ? Finding(with(part), actual: with(part), .met)
            : absent(with(part), actual: excerpt, .unmet)
    }

    private func lacks(_ part: String, _ bytes: [UInt8]) -> Finding {
        bytes.contains(Array(part.utf8))
            ? Finding(without(part), actual: with(part), .unmet)
            : absent(without(part), actual: without(part), .met)
    }

    private func matches(_ pattern: TextPattern, _ bytes: [UInt8]) -> Finding {
        let expected = matching(pattern)
        guard !captured.isCut else { return Finding(expected, actual: cut, .unknown) }
        switch pattern.search(bytes, until: deadline) {
        case .found: return Finding(expected, actual: expected, .met)
        case .absent: return Finding(expected, actual: excerpt, .unmet)
        case .abandoned:
            return Finding(
                expected, actual: "a search without end: write a simpler expression", .unknown)
        }
    }

    /// The finding about a part that was not found: it may be in what was cut off.
    private func absent(
        _ expected: String, actual: String, _ standing: Finding.Standing
    ) -> Finding {
        captured.isCut
            ? Finding(expected, actual: cut, .unknown)
            : Finding(expected, actual: actual, standing)
    }

    /// Also says no where the text was cut, unless the rest could still make it equal.
    private func equals(_ wanted: String, _ bytes: [UInt8]) -> Finding {
        let expected = exactly(wanted)
        let wantedBytes = Array(wanted.utf8)
        guard !captured.isCut || captured.total > mostBytes(for: wantedBytes.count) else {
            return Finding(expected, actual: cut, .unknown)
        }
        let endings: [[UInt8]] = [[], [10], [13, 10]]
        let isEqual = !captured.isCut && endings.contains { bytes == wantedBytes + $0 }
        return Finding(expected, actual: isEqual ? expected : excerpt, met: isEqual)
    }

    /// How many bytes a text of so many bytes of UTF-8 can have, with CR LF and a byte order mark.
    private func mostBytes(for count: Int) -> Int {
        switch expectation.encoding {
        case nil, .utf8, .latin1: return count + 2
        case .utf16, .utf16LittleEndian, .utf16BigEndian: return 2 * (count + 2) + 2
        }
    }

    private var cut: String {
        "only its first \(ByteCount.words(Int64(captured.kept.count))), which do not decide it"
    }
}
