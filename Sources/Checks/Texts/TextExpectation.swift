package import Rollout

/// What a text must be like: a file's content, what a command writes, or what a server says.
package struct TextExpectation: Hashable, Sendable {
    /// Texts that must be part of it.
    package var contains: [String]
    /// Regular expressions that must match somewhere in it.
    package var matches: [TextPattern] = []
    /// Texts that must not be part of it.
    package var lacks: [String] = []
    /// What it must be as a whole, but for one line break at its end; nil is not asked for.
    package var equals: String?

    package init(contains: [String] = []) {
        self.contains = contains
    }

    var isEmpty: Bool { contains.isEmpty && matches.isEmpty && lacks.isEmpty && equals == nil }

    /// Holds a text against what is expected.
    ///
    /// Of a text that was cut only what its kept beginning proves counts: a part that is there is
    /// there, but what was not found may be in the rest, and an expression could take the cut for
    /// the end.
    ///
    /// - Parameters:
    ///   - text: What was read.
    ///   - name: What the text is, such as "the standard output".
    ///   - isQuoted: Whether its beginning may stand in a finding, and so in reports.
    /// - Returns: One finding for each thing that was asked for.
    package func findings(
        of text: CapturedText, named name: String, isQuoted: Bool
    ) -> [Finding] {
        let excerpt = isQuoted ? text.excerpt : "\(text.total) bytes"
        let whole = text.text
        let bytes = Array(text.kept)
        var found: [Finding] = []
        for part in contains {
            let expected = "\(name) with \"\(part)\""
            if bytes.contains(Array(part.utf8)) {
                found.append(Finding(expected, actual: expected, .met))
            } else {
                found.append(Self.absent(expected, text, actual: excerpt, .unmet))
            }
        }
        for pattern in matches {
            let expected = "\(name) matching /\(pattern)/"
            switch text.isCut ? nil : pattern.matches(in: whole) {
            case true?: found.append(Finding(expected, actual: expected, .met))
            case false?: found.append(Finding(expected, actual: excerpt, .unmet))
            case nil:
                let actual =
                    text.isCut
                    ? Self.cut(text)
                    : "a search that took more than two seconds: write a simpler expression"
                found.append(Finding(expected, actual: actual, .unknown))
            }
        }
        for part in lacks {
            let expected = "\(name) without \"\(part)\""
            if bytes.contains(Array(part.utf8)) {
                found.append(Finding(expected, actual: "\(name) with \"\(part)\"", .unmet))
            } else {
                found.append(Self.absent(expected, text, actual: expected, .met))
            }
        }
        if let equals { found.append(Self.equal(text, equals, name, excerpt)) }
        return found
    }

    /// The finding about a part that was not found: it may be in what was cut off.
    private static func absent(
        _ expected: String, _ text: CapturedText, actual: String, _ standing: Finding.Standing
    ) -> Finding {
        text.isCut
            ? Finding(expected, actual: cut(text), .unknown)
            : Finding(expected, actual: actual, standing)
    }

    /// Also says no where the text was cut, unless the rest could still make it equal.
    private static func equal(
        _ text: CapturedText, _ wanted: String, _ name: String, _ excerpt: String
    ) -> Finding {
        let expected = wanted.isEmpty ? "\(name) empty" : "\(name) as \"\(wanted)\""
        let wantedBytes = Array(wanted.utf8)
        guard !text.isCut || text.total > wantedBytes.count + 2 else {
            return Finding(expected, actual: cut(text), .unknown)
        }
        let endings: [[UInt8]] = [[], [10], [13, 10]]
        let isEqual = !text.isCut && endings.contains { text.kept == wantedBytes + $0 }
        return Finding(expected, actual: isEqual ? expected : excerpt, met: isEqual)
    }

    private static func cut(_ text: CapturedText) -> String {
        "only the first \(text.kept.count) bytes were looked at, and these do not decide it"
    }
}
