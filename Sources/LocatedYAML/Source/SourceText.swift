/// The text that a document was read from.
package struct SourceText: Sendable {
    /// How many bytes of a line a diagnostic carries along.
    private static let longestLine = 4_096
    /// How far into a line columns count characters as people see them; from there on they count
    /// Unicode scalars, because finding characters in a line of megabytes takes too long.
    private static let exactColumns = 1 << 20

    /// The path as the user named it.
    package let path: String
    /// UTF-8, without a byte order mark.
    package let bytes: [UInt8]
    /// Where another text asks for this one; nil where nothing does.
    package let user: User?
    private let lines = LineTable()

    /// A place in another text.
    package struct User: Hashable, Sendable {
        package let path: String
        package let position: SourcePosition

        package init(path: String, position: SourcePosition) {
            self.path = path
            self.position = position
        }
    }

    package init(path: String, bytes: [UInt8], usedBy user: User? = nil) {
        self.path = path
        self.bytes = bytes
        self.user = user
    }

    /// Other bytes of the same source.
    func with(_ bytes: [UInt8]) -> SourceText {
        SourceText(path: path, bytes: bytes, usedBy: user)
    }

    /// An error at a stretch of the text.
    package func diagnostic(
        _ code: String, _ message: String, fix: String = "", at span: SourceSpan
    ) -> Diagnostic {
        diagnostic(.error, code, message, fix: fix, at: span)
    }

    /// A diagnostic at a stretch of the text.
    package func diagnostic(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String,
        fix: String = "",
        at span: SourceSpan
    ) -> Diagnostic {
        let start = position(at: span.start)
        let end = position(at: max(span.start, span.end))
        let piece = excerpt(around: start.offset)
        let use = user.map { ", in the step set that \($0.path):\($0.position.line) uses" } ?? ""
        let isHidden = WrittenSecret.mayStand(in: piece.text)
        return Diagnostic(
            severity: severity, code: code, message: WrittenSecret.masked(message + use),
            fix: WrittenSecret.masked(fix), path: path, start: start, end: end,
            line: isHidden ? "" : piece.text, lineColumn: isHidden ? 1 : piece.column,
            usedAt: user?.position)
    }

    /// The line and the column of a byte; a place behind the end of the text is the end.
    package func position(at offset: Int) -> SourcePosition {
        let offset = min(max(0, offset), bytes.count)
        let line = lines.line(at: offset, of: bytes)
        return SourcePosition(
            line: line.number + 1, column: column(at: offset, from: line.start), offset: offset)
    }

    /// The column of a byte in the line that starts at `start`.
    private func column(at offset: Int, from start: Int) -> Int {
        let exact = min(offset, boundary(before: start + SourceText.exactColumns, from: start))
        let head = bytes[start..<exact]
        let isASCII = head.allSatisfy { $0 < 0x80 }
        let characters = isASCII ? head.count : String(decoding: head, as: UTF8.self).count
        let rest = bytes[exact..<offset].reduce(0) { $0 + (Byte.isContinuation($1) ? 0 : 1) }
        return characters + rest + 1
    }

    /// The line around a byte, or as much of it as a diagnostic carries.
    private func excerpt(around offset: Int) -> (text: String, column: Int) {
        let lineStart = lines.line(at: offset, of: bytes).start
        let before = SourceText.longestLine / 2
        var start = lineStart
        if offset - lineStart > before {
            start = boundary(before: offset - before, from: lineStart)
        }
        let limit = min(bytes.count, start + SourceText.longestLine)
        let lineEnd = bytes[offset..<max(offset, limit)].firstIndex(where: Byte.isBreak)
        let end = lineEnd ?? (limit == bytes.count ? limit : boundary(before: limit, from: offset))
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return (text, start == lineStart ? 1 : column(at: start, from: lineStart))
    }

    /// The first byte of the character that holds a byte, not before `start`.
    private func boundary(before offset: Int, from start: Int) -> Int {
        var index = min(offset, bytes.count)
        // A character has at most four bytes; more continuation bytes than that are not UTF-8.
        for _ in 0..<3 where index > start && index < bytes.count {
            guard Byte.isContinuation(bytes[index]) else { break }
            index -= 1
        }
        return index
    }
}
