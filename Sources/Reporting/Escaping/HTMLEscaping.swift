import Characters

/// Writes outside text so that it stays text in HTML and XML, also within a quoted attribute, and
/// for a build service that shows the file.
///
/// It works on bytes: a combining mark joins a quotation mark before it to one `Character`, and
/// would hide it.
package enum HTMLEscaping {
    /// Text on one line.
    package static func text(_ text: String) -> String {
        let line = VisibleText.line(text)
        // Nearly every text is plain.
        guard line.utf8.contains(where: isSpecial) else { return line }
        var out: [UInt8] = []
        append(line, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "&"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// Text with its line ends.
    package static func lines(_ text: String) -> String {
        var out: [UInt8] = []
        for line in VisibleText.lines(text) {
            append(line, to: &out)
            out.append(UInt8(ascii: "\n"))
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Adds bytes of text, of which nothing is hidden.
    static func append(_ text: String, to out: inout [UInt8]) {
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "#") where InertText.isBroken(after: index, of: bytes):
                out += "&#35;".utf8
            case UInt8(ascii: ":") where InertText.isBroken(after: index, of: bytes):
                out += "&#58;".utf8
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case UInt8(ascii: "<"): out += "&lt;".utf8
            case UInt8(ascii: ">"): out += "&gt;".utf8
            case UInt8(ascii: "\""): out += "&quot;".utf8
            case UInt8(ascii: "'"): out += "&#39;".utf8
            default: out.append(byte)
            }
        }
    }
}
