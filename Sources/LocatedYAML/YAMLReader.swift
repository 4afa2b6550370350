/// Reads a YAML text into a document, within limits.
///
/// Bytes: UTF-8 with or without a byte order mark, or UTF-16 with one, which is converted first.
/// Lines end at LF, CR LF or CR. Tabs may separate words but not indent. NUL bytes, other control
/// characters and bytes that are not UTF-8 are mistakes, and so is a text without a value.
package enum YAMLReader {
    /// What to do about a text without a value.
    static let emptyFix = "write at least one key and its value"

    /// Reads a file, which is opened once and must be a regular file.
    package static func read(
        path: String, limits: YAMLLimits = YAMLLimits()
    ) -> Result<YAMLDocument, Diagnostics> {
        switch SourceFile.read(path: path, limit: limits.inputBytes) {
        case .success(let bytes): read(SourceText(path: path, bytes: bytes), limits: limits)
        case .failure(let refusal):
            .failure(Diagnostics([unreadable(path, refusal.reason, fix: refusal.fix)]))
        }
    }

    /// Reads a text that is in memory already.
    ///
    /// A text with a byte order mark or in UTF-16 is converted: the source of the document is then
    /// another than the one given.
    package static func read(
        _ source: SourceText, limits: YAMLLimits = YAMLLimits()
    ) -> Result<YAMLDocument, Diagnostics> {
        guard source.bytes.count <= limits.inputBytes else {
            let refusal = SourceFile.Refusal.tooLarge(limit: limits.inputBytes)
            return .failure(
                Diagnostics([unreadable(source.path, refusal.reason, fix: refusal.fix)]))
        }
        return TextEncoding.utf8(source).flatMap { parse($0, limits: limits) }
    }

    private static func parse(
        _ source: SourceText, limits: YAMLLimits
    ) -> Result<YAMLDocument, Diagnostics> {
        guard !source.bytes.isEmpty else {
            let place = SourceSpan(start: 0, end: 0)
            let mistake = source.diagnostic("empty", "the file is empty", fix: emptyFix, at: place)
            return .failure(Diagnostics([mistake]))
        }
        if let mistake = DirectiveGuard.check(source) { return .failure(Diagnostics([mistake])) }
        return source.bytes.withUnsafeBufferPointer { text in
            var builder = TreeBuilder(source: source, text: text, limits: limits)
            builder.build()
            guard builder.mistakes.isEmpty else {
                return .failure(Diagnostics(builder.mistakes.sorted { $0.start < $1.start }))
            }
            return .success(YAMLDocument(source: source, tree: builder.tree))
        }
    }

    private static func unreadable(_ path: String, _ reason: String, fix: String) -> Diagnostic {
        let place = SourcePosition(line: 1, column: 1, offset: 0)
        return Diagnostic(
            code: Diagnostic.unreadable, message: reason, fix: fix, path: path, start: place,
            end: place,
            line: "")
    }
}
