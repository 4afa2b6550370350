/// Tells bytes that show nothing as UTF-16 of one order.
struct BlankUnits {
    /// The byte order mark, whose bytes say the order.
    private let mark: [UInt8]
    private var ink = InkSearch()
    private var isFirst = true
    private var hasMark = false
    /// The first byte of a unit whose second one has not come.
    private var half: UInt8?

    init(mark: [UInt8]) { self.mark = mark }

    var isBlank: Bool { !ink.isFound && half.map { BlankText.isBlank(Unicode.Scalar($0)) } ?? true }

    mutating func add(_ piece: [UInt8]) {
        for byte in piece where !ink.isFound {
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            add(first, byte)
        }
    }

    private mutating func add(_ first: UInt8, _ second: UInt8) {
        defer { isFirst = false }
        if isFirst, [first, second] == mark {
            hasMark = true
            return
        }
        let unit =
            mark[0] == 0xFF
            ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second)
        // Without a mark, what is a blank in one order may be letters in the other one, or in ASCII.
        let isCertain = hasMark || unit < 0x100 || (0x2000...0x200F).contains(unit)
        ink.add(isCertain ? Unicode.Scalar(unit) ?? "?" : "?")
    }
}
