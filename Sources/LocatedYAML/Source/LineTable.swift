import Synchronization

/// Where the lines of a text begin, found out when somebody first asks.
///
/// A text without mistakes never pays for it, and a text with many pays once.
final class LineTable: Sendable {
    private let starts = Mutex<[UInt32]?>(nil)

    /// The number of the line (from 0) that holds a byte, and the first byte of that line.
    ///
    /// A line ends at LF, CR LF or CR. The place after the last line break is a line of its own.
    func line(at offset: Int, of bytes: [UInt8]) -> (number: Int, start: Int) {
        starts.withLock { known in
            let table = known ?? LineTable.scan(bytes)
            known = table
            var low = 0
            var high = table.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if Int(table[middle]) <= offset { low = middle } else { high = middle }
            }
            return (low, Int(table[low]))
        }
    }

    private static func scan(_ bytes: [UInt8]) -> [UInt32] {
        var table: [UInt32] = [0]
        bytes.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                let byte = text[index]
                index += 1
                guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
                if byte == Byte.carriageReturn, index < text.count, text[index] == Byte.lineFeed {
                    index += 1
                }
                table.append(UInt32(truncatingIfNeeded: index))
            }
        }
        return table
    }
}
