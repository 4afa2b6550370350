/// A mistake in a text, at the place where its author can mend it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    /// The code of a file that could not be read at all.
    package static let unreadable = "unreadable"
    /// The code of a secret that stands in the text itself.
    package static let secretInText = "secret-in-text"

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
    /// The line that the mistake starts in, without its line break; of a line longer than 4,096
    /// bytes only the part around the mistake.
    package let line: String
    /// The column of the first character of `line`: 1 unless the line is cut.
    package let lineColumn: Int
    /// Where the text that is read first asks for the one that this is about; nil for that text.
    package let usedAt: SourcePosition?

    /// A mistake from its parts; `SourceText.diagnostic` finds the positions and the line.
    package init(
        severity: Severity = .error, code: String, message: String, fix: String = "", path: String,
        start: SourcePosition, end: SourcePosition, line: String, lineColumn: Int = 1,
        usedAt: SourcePosition? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.fix = fix
        self.path = path
        self.start = start
        self.end = end
        self.line = line
        self.lineColumn = lineColumn
        self.usedAt = usedAt
    }

    /// The same where the line must not be repeated.
    package var withoutLine: Diagnostic {
        Diagnostic(
            severity: severity, code: code, message: message, fix: fix, path: path, start: start,
            end: end, line: "", usedAt: usedAt)
    }

    /// The order of the text that is read first: what is about another one stands where that is
    /// asked for.
    package var order: Order {
        Order(place: (usedAt ?? start).offset, inner: usedAt == nil ? -1 : start.offset)
    }

    /// A place among other mistakes.
    package struct Order: Comparable {
        let place: Int
        let inner: Int

        package static func < (left: Order, right: Order) -> Bool {
            (left.place, left.inner) < (right.place, right.inner)
        }
    }
}
