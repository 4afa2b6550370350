/// Plain text as Markdown that shows the same text.
package enum PlainMarkdown {
    private static let signs = Set("\\`*_[]<>#|~&".utf8)

    package static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        let all = Array(text.utf8)
        for (index, byte) in all.enumerated() {
            // At the beginning these would make a list.
            let beginsList =
                index == 0 && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"))
            let endsNumber =
                byte == UInt8(ascii: ".") && index > 0 && index < 4
                && all[..<index].allSatisfy { (48...57).contains($0) }
            if signs.contains(byte) || beginsList || endsNumber { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
