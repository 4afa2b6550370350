import Characters

/// Text in percent-encoding; what is not UTF-8 behind it is none.
enum PercentDecoding {
    /// As forms send it: `+` is a blank.
    static func form(_ text: some StringProtocol) -> String? { decoded(text, plusIsBlank: true) }

    /// As paths have it.
    static func path(_ text: some StringProtocol) -> String? { decoded(text, plusIsBlank: false) }

    private static func decoded(_ text: some StringProtocol, plusIsBlank: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(Hexadecimal.foreignValue),
                    let low = rest.popFirst().flatMap(Hexadecimal.foreignValue)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        // A text with a NUL in it is another one to whoever stops there.
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
