import Characters

/// Writes a table in Markdown (GitHub Flavored Markdown, section 4.10).
package enum MarkdownSheet {
    /// The bytes; the first row is the head.
    package static func bytes(_ rows: [[String]]) -> [UInt8] {
        guard let head = rows.first else { return [] }
        let rule = head.map { _ in "| --- " }.joined() + "|"
        return Array(
            ([row(head), rule] + rows.dropFirst().map(row)).map { $0 + "\n" }.joined().utf8)
    }

    /// A row on one line; what a spreadsheet would compute, should it be copied there, is kept from it.
    static func row(_ cells: [String]) -> String {
        cells.map { "| \(escaped(CSVCell.inert($0))) " }.joined() + "|"
    }

    /// A text without a bar that ends its cell: each has a backslash, and those before it have another.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: "|") {
                let slashes = bytes.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
                bytes += Array(repeating: UInt8(ascii: "\\"), count: slashes + 1)
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
