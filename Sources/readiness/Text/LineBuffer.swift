import Synchronization

/// Lines of a result that are written as they come, in large pieces.
final class LineBuffer: Sendable {
    private let pending = Mutex<[UInt8]>([])
    private let lines = Mutex(0)
    /// How many bytes are gathered before they are written.
    private static let size = 1 << 16

    /// No line was added so far.
    var isUntouched: Bool { lines.withLock { $0 == 0 } }

    func add(_ line: String) throws {
        lines.withLock { $0 += 1 }
        try pending.withLock { bytes in
            bytes += line.utf8
            bytes.append(UInt8(ascii: "\n"))
            guard bytes.count >= Self.size else { return }
            try Terminal.write(bytes)
            bytes = []
        }
    }

    /// Writes what is left.
    func flush() throws {
        try pending.withLock { bytes in
            try Terminal.write(bytes)
            bytes = []
        }
    }
}
