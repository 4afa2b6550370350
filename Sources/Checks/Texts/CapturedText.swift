import Characters

/// The beginning of something that was read, up to a limit.
package struct CapturedText: Hashable, Sendable {
    /// The bytes that were kept.
    package private(set) var kept: [UInt8] = []
    /// How many bytes there were, also those that were not kept.
    package private(set) var total = 0
    private let limit: Int
    private var isOpen = false

    package init(limit: Int) {
        self.limit = limit
    }

    /// Captured text for a test or for something already read.
    package init(_ bytes: some Sequence<UInt8>, limit: Int) {
        self.limit = limit
        append(Array(bytes))
    }

    /// There was more than was kept, or more could follow.
    package var isCut: Bool { isOpen || total > kept.count }

    /// What was kept, with bytes that are not UTF-8 replaced.
    package var text: String { String(decoding: kept, as: UTF8.self) }

    /// What was kept, for a record: with bytes that are not UTF-8 replaced and what cannot be seen
    /// shown, and no longer than what may be kept.
    var shown: (text: String, isCut: Bool) {
        let whole = VisibleText.text(text)
        guard whole.utf8.count > limit else { return (whole, isCut) }
        var end = whole.utf8.index(whole.startIndex, offsetBy: limit)
        while end.samePosition(in: whole.unicodeScalars) == nil {
            end = whole.utf8.index(before: end)
        }
        return (String(whole[..<end]), true)
    }

    /// The same without a byte order mark of UTF-8 at its beginning, which is no part of a text.
    var withoutMark: CapturedText {
        guard kept.starts(with: [0xEF, 0xBB, 0xBF]) else { return self }
        var text = self
        text.kept.removeFirst(3)
        text.total -= 3
        return text
    }

    /// The beginning of a text in quotes for a finding, on one line and with what cannot be seen
    /// shown.
    static func excerpt(_ bytes: [UInt8], of total: Int) -> String {
        guard total > 0 else { return "nothing" }
        let shown = VisibleText.line(String(decoding: bytes.prefix(200), as: UTF8.self))
        return total > 200 ? "\"\(shown)…\"" : "\"\(shown)\""
    }

    /// Goes on with what was read next.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        total += bytes.count
        kept += bytes.prefix(limit - kept.count)
    }

    /// Notes that somebody could have written more who was not waited for.
    mutating func leaveOpen() { isOpen = true }
}
