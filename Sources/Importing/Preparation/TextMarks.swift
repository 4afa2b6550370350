/// What most texts do not hold, so that they need not be cut into words.
///
/// A text without any of them holds no phrase that has one, in letters of either size; a text with one
/// may hold another word.
struct TextMarks {
    private let marks: [UInt32]
    /// Whether a mark ends in a byte: few do, and only then is there something to look up.
    private let ends: [Bool]

    /// Of each mark the last four bytes count.
    init(_ marks: [String]) {
        let numbers = marks.map { mark in
            mark.utf8.suffix(4).reduce(0) { $0 << 8 | UInt32(Self.small($1)) }
        }
        self.marks = numbers
        ends = (0..<256).map { byte in numbers.contains { $0 & 0xFF == UInt32(byte) } }
    }

    func occur(in text: String) -> Bool {
        var last: UInt32 = 0
        for byte in text.utf8 {
            let byte = Self.small(byte)
            last = last << 8 | UInt32(byte)
            if ends[Int(byte)], marks.contains(last) { return true }
        }
        return false
    }

    /// A letter as a small one; what is none may come to be the same as something else.
    private static func small(_ byte: UInt8) -> UInt8 { byte | 0x20 }
}
