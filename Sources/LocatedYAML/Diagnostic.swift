/// A mistake in a text, at the place where its author can mend it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    package let severity: Severity
    /// A stable name for the kind of mistake, such as `unknown-key`.
    package let code: String
    /// One sentence part without a full stop: what is wrong.
    package let message: String
    /// What to do about it; empty where nothing can be said.
    package let fix: String
    /// The path of the text, as the user named it.
    package let path: String
    package let start: SourcePosition
    /// The position after the last character.
    package let end: SourcePosition
    /// The line that the mistake starts in, without its line break.
    package let line: String

    package init(
        severity: Severity = .error, code: String, message: String, fix: String = "", path: String,
        start: SourcePosition, end: SourcePosition, line: String
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.fix = fix
        self.path = path
        self.start = start
        self.end = end
        self.line = line
    }
}

/// A place in a text.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// From 1; lines end at LF, CR LF or CR, as editors count.
    package let line: Int
    /// From 1, in characters as people see them.
    package let column: Int
    /// From 0, in bytes of the UTF-8 text.
    package let offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.offset < right.offset
    }
}

/// A stretch of a text, in bytes.
package struct SourceSpan: Hashable, Sendable {
    package let start: Int
    /// After the last byte.
    package let end: Int

    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
