package import Rollout

/// What a value must be like, in one grammar for the values of all kinds.
package struct ValueExpectation: Hashable, Sendable {
    /// What is looked at, and how much of it may stand in a finding, and so in reports.
    package enum Medium: Hashable, Sendable {
        case text
        /// Something that may be private: none of it is quoted.
        case privateText
        /// Bytes that need be no text.
        case bytes
    }

    /// In the order of the findings.
    package var terms: [ExpectationTerm]
    /// How the bytes of a text are read; nil reads a text as UTF-8, and bytes as they are.
    package var encoding: TextEncoding?

    package init(_ terms: [ExpectationTerm] = [], encoding: TextEncoding? = nil) {
        self.terms = terms
        self.encoding = encoding
    }

    /// Holds a text that was read from outside against what is expected.
    ///
    /// Of a text that was cut only what its kept beginning proves counts: a part that is there is
    /// there, but what was not found may be in the rest, and an expression could take the cut for
    /// the end. Of a text that cannot be read as one, nothing is known.
    ///
    /// - Parameters:
    ///   - text: What was read.
    ///   - name: What the text is, such as "the standard output".
    ///   - medium: What it is a part of.
    ///   - deadline: When to give up searching.
    /// - Returns: One finding for each thing that was asked for.
    package func findings(
        of text: CapturedText, named name: String, _ medium: Medium = .text,
        until deadline: Deadline
    ) -> [Finding] {
        let judge = ExpectationJudge(name: name, medium: medium, style: .plain, deadline: deadline)
        let encoding = self.encoding ?? (medium == .bytes ? nil : .utf8)
        let bytes = encoding.map { $0.utf8(text.kept, isCut: text.isCut) } ?? text.kept
        guard let bytes else {
            let name = (encoding ?? .utf8).rawValue.uppercased()
            return terms.map {
                Finding(judge.words($0), actual: "bytes that are no \(name) text", .unknown)
            }
        }
        let seen = SeenText(bytes, of: text, encoding: encoding)
        return terms.map { judge.finding($0, of: .text(seen)) }
    }

    /// Holds a value against what is expected.
    ///
    /// - Parameters:
    ///   - value: What was seen.
    ///   - name: What the value is, such as "a size of" or "the addresses".
    ///   - suffix: What follows a value in words, such as " ago".
    ///   - deadline: When to give up searching.
    /// - Returns: One finding for each thing that was asked for.
    package func findings(
        of value: TypedValue, named name: String, suffix: String = "", until deadline: Deadline
    ) -> [Finding] {
        var judge = ExpectationJudge(
            name: name, suffix: suffix, medium: .text, style: .plain, deadline: deadline)
        if case .list = value { judge.isList = true }
        return terms.map { judge.finding($0, of: .value(value)) }
    }

    /// Whether a value fits, for kinds that word their findings themselves.
    package func standing(of value: TypedValue, until deadline: Deadline) -> Finding.Standing {
        let judge = ExpectationJudge(name: "", medium: .text, style: .plain, deadline: deadline)
        return judge.standing(self, of: value)
    }

    /// What is expected, in the words of the findings, for kinds that saw no value.
    package func words(of name: String, suffix: String = "", isList: Bool = false) -> [String] {
        let judge = ExpectationJudge(
            name: name, suffix: suffix, medium: .text, style: .plain, isList: isList,
            deadline: Deadline(.zero))
        return terms.map { judge.words($0) }
    }
}
