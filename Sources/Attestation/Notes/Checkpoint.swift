import Characters
package import Rollout

/// What a log says of itself: its name, how many entries it has, and their root.
///
/// In the form of c2sp.org/tlog-checkpoint. It holds no time.
package struct Checkpoint: Hashable, Sendable {
    /// The name of the log.
    package let origin: String
    package let extent: LedgerExtent
    /// Lines that this program does not write and does not interpret.
    package let extensions: [String]

    package init(origin: String, extent: LedgerExtent) {
        self.origin = origin
        self.extent = extent
        extensions = []
    }

    /// Reads the text of a note.
    package init(_ text: String) throws(NoteError) {
        var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty ?? false, lines.first.map({ !$0.isEmpty }) ?? false else {
            throw .checkpoint(line: 1)
        }
        guard lines.count > 1, let size = Int(digits: lines[1]) else { throw .checkpoint(line: 2) }
        guard lines.count > 2, let bytes = Base64.bytes(lines[2]),
            let root = ContentDigest(bytes: bytes), size > 0 || root == LedgerExtent.empty.root
        else { throw .checkpoint(line: 3) }
        for (index, line) in lines.enumerated() where line.isEmpty {
            throw .checkpoint(line: index + 1)
        }
        origin = String(decoding: lines[0], as: UTF8.self)
        extent = LedgerExtent(size: size, root: root)
        extensions = lines[3...].map { String(decoding: $0, as: UTF8.self) }
    }

    /// The text that is signed.
    package var text: String {
        "\(origin)\n\(extent.size)\n\(Base64.text(extent.root.bytes))\n"
            + extensions.map { $0 + "\n" }.joined()
    }
}

extension Int {
    /// Reads digits without a sign and without leading zeros.
    init?(digits: some Collection<UInt8>) {
        guard !digits.isEmpty, digits.count <= 19, digits.count == 1 || digits.first != 48 else {
            return nil
        }
        var number = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (next, isBeyond) = tens.addingReportingOverflow(Int(digit - 48))
            guard !isTooLarge, !isBeyond else { return nil }
            number = next
        }
        self = number
    }
}
