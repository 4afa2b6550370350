import CLibPCRE2

/// A regular expression of PCRE2 as its text, known to be one.
///
/// What was compiled is not shared between tasks, so that it is compiled again where it is used.
package struct TextPattern: Hashable, Sendable, CustomStringConvertible {
    /// What came of a search.
    package enum Search: Hashable, Sendable {
        case found, absent
        /// It took more steps, memory or time than a search is given.
        case abandoned
    }

    /// What came of a search for a part of a text.
    package enum Capture: Hashable, Sendable {
        case found([UInt8])
        case absent
        /// It took more steps, memory or time than a search is given.
        case abandoned
    }

    package let description: String
    /// Capital and small letters are alike.
    private(set) var ignoresCase = false

    /// Longer ones are not what a person writes, and cost whoever reads the checklist: bytes.
    package static let lengthLimit = 1000
    /// How deep brackets may be nested.
    package static let nestingLimit: UInt32 = 50

    /// Nil where the text is not a regular expression, or not within the limits.
    package init?(_ text: String) {
        guard PatternProgram(text) != nil else { return nil }
        description = text
    }

    /// The same where capital and small letters are alike.
    var ignoringCase: TextPattern {
        var pattern = self
        pattern.ignoresCase = true
        return pattern
    }

    /// Whether the expression matches anywhere in a text; `^` and `$` also stand at its lines.
    ///
    /// Blocks until the deadline at the longest.
    ///
    /// - Parameters:
    ///   - text: UTF-8; other bytes match nothing.
    ///   - deadline: When to give up.
    /// - Returns: Whether it was found, where that could be found out.
    package func search(_ text: [UInt8], until deadline: Deadline) -> Search {
        PatternProgram(description, ignoresCase: ignoresCase)?.search(text, until: deadline)
            ?? .abandoned
    }

    /// The first group of the first match, or all of the match where there is no group.
    ///
    /// Blocks until the deadline at the longest; bytes that are no UTF-8 cannot be searched.
    package func capture(_ text: [UInt8], until deadline: Deadline) -> Capture {
        PatternProgram(description, ignoresCase: ignoresCase)?.capture(text, until: deadline)
            ?? .abandoned
    }
}
