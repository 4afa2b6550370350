/// A line of the head of a request or a response.
package struct HTTPField: Hashable, Sendable {
    package let name: String
    /// The value as it stands in the line, which need be no text.
    package private(set) var bytes: [UInt8]

    /// The value for people: on one line, with what cannot be seen shown.
    package var value: String { ForeignText.clean(bytes, limit: bytes.count) }

    package init(_ name: String, _ value: String) {
        self.init(name, Array(value.utf8))
    }

    package init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    package func isNamed(_ name: String) -> Bool { self.name.lowercased() == name.lowercased() }

    /// Goes on with what a further line has (RFC 9112 section 5.2).
    mutating func goOn(with more: some Collection<UInt8>) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        bytes += more
    }

    /// The text can be the name of a field (RFC 9110 section 5.1).
    static func isName(_ text: String) -> Bool {
        (1...256).contains(text.utf8.count) && text.utf8.allSatisfy(isToken)
    }

    /// The text can be the value of a field that is sent: nothing in it ends the line.
    static func isValue(_ text: String) -> Bool {
        text.utf8.count <= 8192 && text.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
    }

    /// The byte may stand in a method or the name of a field.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
