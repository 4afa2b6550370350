package import Rollout

/// What a text must be like: a file's content, what a command writes, or what a server says.
package struct TextExpectation: Hashable, Sendable {
    /// What is looked at, and how much of it may stand in a finding, and so in reports.
    package enum Medium: Hashable, Sendable {
        case text
        /// A text that may be private: none of it is quoted.
        case privateText
        /// Bytes that need be no text.
        case bytes
    }

    /// Texts that must be part of it.
    package var contains: [String]
    /// Regular expressions that must match somewhere in it.
    package var matches: [TextPattern] = []
    /// Texts that must not be part of it.
    package var lacks: [String] = []
    /// What it must be as a whole, but for one line break at its end; nil is not asked for.
    package var equals: String?
    /// How its bytes are read; nil reads a text as UTF-8, and bytes as they are.
    package var encoding: TextEncoding?

    package init(contains: [String] = []) {
        self.contains = contains
    }

    var isEmpty: Bool { contains.isEmpty && matches.isEmpty && lacks.isEmpty && equals == nil }

    /// Holds a text against what is expected.
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
        let found = TextFindings(
            expectation: self, captured: text, name: name, medium: medium, deadline: deadline)
        return found.all
    }
}
