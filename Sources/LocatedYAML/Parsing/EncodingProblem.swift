import Characters

/// Bytes and characters that no YAML text may hold.
struct EncodingProblem {
    let source: SourceText
    /// The byte where libyaml stopped.
    let offset: Int

    /// The diagnostic for libyaml's problem; `value` is a byte or a Unicode scalar.
    func diagnostic(_ problem: String, value: Int) -> Diagnostic {
        guard problem == "control characters are not allowed" else {
            let byte = offset < source.bytes.count ? source.bytes[offset] : 0
            return source.diagnostic(
                "not-utf-8",
                "the byte 0x\(Hexadecimal.padded(byte, to: 2)) (byte \(offset)) is not UTF-8",
                fix: "save the file as UTF-8", at: span)
        }
        guard value != 0 else {
            return source.diagnostic(
                "control-character", "the byte 0x00 (byte \(offset)) is not text",
                fix: "save the file as UTF-8, or remove the byte", at: span)
        }
        let digits = Hexadecimal.padded(value, to: 4)
        return source.diagnostic(
            "control-character",
            "the character U+\(digits) (byte \(offset)) is not allowed in YAML",
            fix: "remove it, or write \"\\u\(digits)\" in double quotes", at: span)
    }

    private var span: SourceSpan {
        var end = min(offset + 1, source.bytes.count)
        while end < min(offset + 4, source.bytes.count), Byte.isContinuation(source.bytes[end]) {
            end += 1
        }
        return SourceSpan(start: offset, end: end)
    }
}
