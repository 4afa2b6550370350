/// The words by which a publisher says that a change does not come.
enum Cancellation {
    /// Each holds where `CancellationPredicate` says so.
    static let phrases: [[String]] =
        [
            "not proceed", "not to proceed", "not be proceeding", "not proceeding",
            "no longer proceeding", "no longer proceed", "no longer be proceeding",
            "won't be proceeding", "won't proceed", "not going to proceed",
            "not be moving forward", "not moving forward", "not move forward",
            "not to move forward", "no longer moving forward", "no longer move forward",
            "no longer be moving forward", "won't be moving forward", "won't move forward",
            "decided against", "not roll", "not be rolling", "not be rolled", "not rolling",
            "not going to roll", "not to roll", "won't roll", "won't be rolling", "won't be rolled",
            "no longer roll", "no longer be rolling", "no longer be rolled", "no longer rolling",
            "not be releasing", "no longer be releasing", "no longer planned", "not resume",
            "no longer resume", "not be resuming",
            "cancelled", "canceled", "withdrawn", "to cancel", "cancelling", "canceling",
            "will not happen", "won't happen",
        ].map { $0.split(separator: " ").map(String.init) }

    private static let byFirstWord = Dictionary(grouping: phrases) { $0[0] }

    /// The places of the phrases in words.
    static func places(in words: [String]) -> [Range<Int>] {
        words.indices.flatMap { start in
            (byFirstWord[words[start]] ?? []).filter { words[start...].starts(with: $0) }
                .map { start..<(start + $0.count) }
        }
    }

    /// Each of the phrases has one of these; the last is the end of "won" with its apostrophe.
    private static let marks: [UInt32] =
        ["ncel", "draw", "not ", "Not ", "nger", "on't", "gain"].map { mark in
            mark.utf8.reduce(0) { $0 << 8 | UInt32($1) }
        } + [0x6EE2_8099]

    /// Whether a text may hold a phrase: most cannot, and need not be cut into words.
    static func maySay(_ text: String) -> Bool {
        var last: UInt32 = 0
        for byte in text.utf8 {
            last = last << 8 | UInt32(byte)
            if marks.contains(last) { return true }
        }
        return false
    }
}
