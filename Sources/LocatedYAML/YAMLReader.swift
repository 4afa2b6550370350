import Files

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
        reading(path: path, limits: limits).result
    }

    /// Reads a text that is in memory already.
    ///
    /// A text with a byte order mark or in UTF-16 is converted: the source of the document is then
    /// another than the one given.
    package static func read(
        _ source: SourceText, limits: YAMLLimits = YAMLLimits()
    ) -> Result<YAMLDocument, Diagnostics> {
        reading(source, limits: limits).result
    }

    /// Reads a file for somebody who goes on to look for further mistakes.
    package static func reading(path: String, limits: YAMLLimits = YAMLLimits()) -> YAMLReading {
        do throws(FileFailure) {
            let bytes = try RegularFile(path: path).bytes(limit: limits.inputBytes)
            return reading(SourceText(path: path, bytes: bytes), limits: limits)
        } catch {
            return YAMLReading(unreadable(path, error))
        }
    }

    /// Reads a text for somebody who goes on to look for further mistakes.
    package static func reading(
        _ source: SourceText, limits: YAMLLimits = YAMLLimits()
    ) -> YAMLReading {
        guard source.bytes.count <= limits.inputBytes else {
            return YAMLReading(unreadable(source.path, .tooLarge(limit: limits.inputBytes)))
        }
        switch SourceEncoding.utf8(source) {
        case .success(let text): return parse(text, limits: limits)
        case .failure(let diagnostics):
            return YAMLReading(document: nil, mistakes: diagnostics.all)
        }
    }

    private static func parse(_ source: SourceText, limits: YAMLLimits) -> YAMLReading {
        guard !source.bytes.isEmpty else {
            let place = SourceSpan(start: 0, end: 0)
            return YAMLReading(
                source.diagnostic("empty", "the file is empty", fix: emptyFix, at: place))
        }
        if let mistake = DirectiveGuard.check(source) { return YAMLReading(mistake) }
        var bare = BareParameters(source)
        while true {
            let builder = bare.text.withUnsafeBufferPointer { text in
                var builder = TreeBuilder(source: source, text: text, limits: limits)
                builder.build()
                return (mistakes: builder.mistakes, tree: builder.tree, failure: builder.failedAt)
            }
            if let place = builder.failure, bare.mistakes.count < limits.mistakes - 1,
                bare.mend(at: place)
            {
                continue
            }
            let mistakes = (builder.mistakes + bare.mistakes).sorted { $0.start < $1.start }
            // These mistakes leave the tree whole; behind others, or where there were so many that
            // reading stopped, the rest of the tree means little or is not there.
            let isWhole =
                mistakes.allSatisfy {
                    $0.code == TreeBuilder.duplicateKey || $0.code == BareParameters.code
                } && mistakes.count < limits.mistakes
            return YAMLReading(
                document: isWhole ? YAMLDocument(source: source, tree: builder.tree) : nil,
                mistakes: mistakes)
        }
    }

    private static func unreadable(_ path: String, _ failure: FileFailure) -> Diagnostic {
        let place = SourcePosition(line: 1, column: 1, offset: 0)
        return Diagnostic(
            code: Diagnostic.unreadable, message: "this cannot be read: \(failure.reason)",
            fix: failure.advice, path: path,
            start: place, end: place, line: "")
    }
}
