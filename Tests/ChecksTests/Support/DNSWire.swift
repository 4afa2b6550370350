/// Builds answers as they go over the wire.
enum DNSWire {
    /// The flags of a usual answer: a response, recursion wanted and offered.
    static let usual: UInt16 = 0x8180

    /// An answer to a question.
    ///
    /// - Parameters:
    ///   - question: The question as it came.
    ///   - flags: The second 16 bits of the header.
    ///   - answers: Records for the answer section.
    ///   - authority: Records for the authority section.
    ///   - additional: Records for the additional section.
    /// - Returns: The bytes of the message.
    static func reply(
        to question: [UInt8], flags: UInt16 = usual, answers: [[UInt8]] = [],
        authority: [[UInt8]] = [], additional: [[UInt8]] = []
    ) -> [UInt8] {
        var end = 12
        while end < question.count, question[end] != 0 { end += Int(question[end]) + 1 }
        let asked = question[12..<min(end + 5, question.count)]
        return Array(question.prefix(2)) + pair(flags) + pair(1) + pair(UInt16(answers.count))
            + pair(UInt16(authority.count)) + pair(UInt16(additional.count)) + asked
            + (answers + authority + additional).flatMap { $0 }
    }

    /// A record; the name is that of the question where none is given.
    static func record(
        _ name: String? = nil, type: UInt16, of kind: UInt16 = 1, ttl: UInt16 = 60, data: [UInt8]
    ) -> [UInt8] {
        (name.map(labels) ?? [0xC0, 12]) + pair(type) + pair(kind) + pair(0) + pair(ttl)
            + pair(UInt16(data.count)) + data
    }

    /// The record of EDNS, with the upper bits of the response code.
    static func edns(upper: UInt8) -> [UInt8] {
        [0] + pair(41) + pair(1232) + [upper, 0, 0, 0] + pair(0)
    }

    /// A name as its labels.
    static func labels(_ name: String) -> [UInt8] {
        name.utf8.split(separator: UInt8(ascii: ".")).flatMap { [UInt8($0.count)] + $0 } + [0]
    }

    static func pair(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
}
