import Characters

/// Writes texts of others so that nothing in them is YAML, a parameter or Markdown.
package enum YAMLQuoting {
    /// A scalar in double quotes on one line, in which a parameter reference is only text.
    package static func scalar(_ text: String) -> String {
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in inert(VisibleText.line(text)).utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                quoted.append(UInt8(ascii: "\\"))
            }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }

    /// A list of such scalars.
    static func list(_ texts: [String]) -> String {
        "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    /// A comment on one line.
    static func comment(_ text: String) -> String { "# " + VisibleText.line(text) }

    /// The text with `${` as the language writes the signs themselves.
    private static func inert(_ text: String) -> String {
        var bytes: [UInt8] = []
        let all = Array(text.utf8)
        for (index, byte) in all.enumerated() {
            if byte == UInt8(ascii: "$"), index + 1 < all.count, all[index + 1] == UInt8(ascii: "{")
            {
                bytes.append(byte)
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
