import Characters

/// Makes text that a stranger chose safe to keep: UTF-8 on one line, of bounded length.
package enum ForeignText {
    /// The bytes as text; what is no UTF-8 becomes U+FFFD, what cannot be seen its number.
    ///
    /// - Parameters:
    ///   - bytes: What a stranger chose.
    ///   - limit: How many scalars are kept.
    /// - Returns: The text, with `…` where there was more.
    package static func clean(_ bytes: some Collection<UInt8>, limit: Int = 300) -> String {
        // Four bytes for a scalar at most, so that a text of megabytes is not decoded to be cut.
        let text = String(decoding: bytes.prefix(limit * 4 + 4), as: UTF8.self)
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return VisibleText.line(text) }
        let kept = String(String.UnicodeScalarView(scalars.prefix(limit)))
        return VisibleText.line(kept) + "…"
    }
}
