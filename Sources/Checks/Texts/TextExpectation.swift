/// What a text must be like: a file's content, or what a command writes.
package struct TextExpectation: Hashable, Sendable {
    /// Texts that must be part of it.
    package var contains: [String] = []
    /// Regular expressions that must match somewhere in it.
    package var matches: [TextPattern] = []
    /// Texts that must not be part of it.
    package var lacks: [String] = []
    /// What it must be as a whole, but for one line break at its end; nil is not asked for.
    package var equals: String?

    package init() {}

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
    /// - Returns: One expectation for each thing that was asked for.
    func expectations(
        of text: CapturedText, named name: String, isQuoted: Bool
    ) -> [Expectation] {
        let excerpt = isQuoted ? Self.excerpt(text) : "\(text.total) bytes"
        let whole = text.text
        let bytes = Array(text.kept)
        var found: [Expectation] = []
        for part in contains {
            let isThere = bytes.contains(Array(part.utf8))
            let expected = "\(name) contains \"\(part)\""
            found.append(
                isThere || !text.isCut
                    ? Expectation(
                        expected, actual: isThere ? "it does" : excerpt, met: isThere,
                        otherwise: "\(Self.capital(name)) does not contain \"\(part)\".")
                    : Self.unknown(expected, text, name))
        }
        for pattern in matches {
            let expected = "\(name) matches /\(pattern)/"
            guard !text.isCut else {
                found.append(Self.unknown(expected, text, name))
                continue
            }
            guard let isMatch = pattern.matches(in: whole) else {
                found.append(
                    Expectation(
                        expected, unknownBecause: "the search took too long",
                        otherwise: "Whether \(name) matches /\(pattern)/ could not be found out in"
                            + " two seconds; write a simpler expression."))
                continue
            }
            found.append(
                Expectation(
                    expected, actual: isMatch ? "it does" : excerpt, met: isMatch,
                    otherwise: "\(Self.capital(name)) does not match /\(pattern)/."))
        }
        for part in lacks {
            let isThere = bytes.contains(Array(part.utf8))
            let expected = "\(name) does not contain \"\(part)\""
            found.append(
                isThere || !text.isCut
                    ? Expectation(
                        expected, actual: isThere ? "it does" : "it does not", met: !isThere,
                        otherwise: "\(Self.capital(name)) contains \"\(part)\".")
                    : Self.unknown(expected, text, name))
        }
        if let equals { found.append(Self.equal(text, equals, name, excerpt)) }
        return found
    }

    /// Also says no where the text was cut, unless the rest could still make it equal.
    private static func equal(
        _ text: CapturedText, _ wanted: String, _ name: String, _ excerpt: String
    ) -> Expectation {
        let expected = "\(name) is \"\(wanted)\""
        let wantedBytes = Array(wanted.utf8)
        guard !text.isCut || text.total > wantedBytes.count + 2 else {
            return unknown(expected, text, name)
        }
        let endings: [[UInt8]] = [[], [10], [13, 10]]
        let isEqual = !text.isCut && endings.contains { text.kept == wantedBytes + $0 }
        return Expectation(
            expected, actual: isEqual ? "it is" : excerpt, met: isEqual,
            otherwise: "\(capital(name)) is not \"\(wanted)\".")
    }

    private static func unknown(
        _ expected: String, _ text: CapturedText, _ name: String
    ) -> Expectation {
        Expectation(
            expected,
            unknownBecause: "only the first \(text.kept.count) bytes were looked at",
            otherwise: "\(capital(name)) is longer than the \(text.kept.count) bytes that are"
                + " looked at, and these do not decide it.")
    }

    /// The beginning of the text for a finding.
    private static func excerpt(_ text: CapturedText) -> String {
        guard text.total > 0 else { return "nothing" }
        let shown = String(decoding: text.kept.prefix(200), as: UTF8.self)
        return text.total > 200 ? "\"\(shown)…\"" : "\"\(shown)\""
    }

    private static func capital(_ name: String) -> String {
        name.prefix(1).uppercased() + name.dropFirst()
    }
}
