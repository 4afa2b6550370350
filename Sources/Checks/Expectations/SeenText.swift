/// A text as expectations are held against it.
struct SeenText {
    /// In UTF-8, or as they came.
    let bytes: [UInt8]
    /// There was more than these bytes.
    let isCut: Bool
    /// How many bytes there were where it was read.
    let total: Int
    /// The encoding that it was read by; nil where its bytes were taken as they are.
    let encoding: TextEncoding?
    /// One line break at its end makes no difference to what it is as a whole.
    let mayEndLine: Bool

    /// A text that was read from outside, whose kept bytes stand for these.
    init(_ bytes: [UInt8], of captured: CapturedText, encoding: TextEncoding?) {
        self.bytes = bytes
        self.encoding = encoding
        isCut = captured.isCut
        total = captured.total
        kept = captured.kept.count
        mayEndLine = true
    }

    /// A text that is known as a whole.
    init(_ text: String) {
        bytes = Array(text.utf8)
        isCut = false
        total = bytes.count
        kept = bytes.count
        encoding = .utf8
        mayEndLine = false
    }

    private let kept: Int

    /// Whether it is a text as a whole; nil where it was cut and the rest could make it so.
    func isWhole(_ wanted: String) -> Bool? {
        let wanted = Array(wanted.utf8)
        guard !isCut else { return total > mostBytes(for: wanted.count) ? false : nil }
        let endings: [[UInt8]] = mayEndLine ? [[], [10], [13, 10]] : [[]]
        return endings.contains { bytes == wanted + $0 }
    }

    /// How many bytes a text of so many bytes of UTF-8 can have, with CR LF and a byte order mark.
    private func mostBytes(for count: Int) -> Int {
        switch encoding {
        case nil, .utf8, .latin1: return count + 2
        case .utf16, .utf16LittleEndian, .utf16BigEndian: return 2 * (count + 2) + 2
        }
    }

    /// The beginning in quotes for a finding; nothing of it where it is private.
    func excerpt(_ medium: ValueExpectation.Medium) -> String {
        if medium == .privateText { return ByteCount.words(Int64(total)) }
        return CapturedText.excerpt(bytes, of: total)
    }

    /// Why it is not decided by what was kept.
    var cut: String {
        "only its first \(ByteCount.words(Int64(kept))), which do not decide it"
    }
}
