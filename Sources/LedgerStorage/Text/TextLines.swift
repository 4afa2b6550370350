import Files
import Rollout

/// The lines of a text ledger, without having the whole file in memory.
struct TextLines {
    private let location: LedgerLocation
    private let file: RegularFile
    private var buffer: ArraySlice<UInt8> = []
    private var isAtEnd = false
    /// The number of the line that was read last, from 1.
    private var number = 0

    private static let pieceSize = 1 << 18

    init(_ location: LedgerLocation) throws(LedgerError) {
        self.location = location
        do {
            file = try RegularFile(path: location.path)
        } catch .notAFile(let kind) {
            throw LedgerError(location, .notALedger(reason: "it is \(kind)"))
        } catch {
            throw LedgerError(location, .unreadable(reason: error.reason))
        }
    }

    /// The next line without its end; nil at the end of the file.
    mutating func next() throws(LedgerError) -> ArraySlice<UInt8>? {
        var searched = 0
        while true {
            if let end = buffer.dropFirst(searched).firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[..<end]
                buffer = buffer[(end + 1)...]
                number += 1
                guard line.last != UInt8(ascii: "\r") else {
                    throw .damaged(
                        location, number, "the line ends in CR LF; something rewrote the line ends")
                }
                return line
            }
            guard !isAtEnd else { break }
            searched = buffer.count
            // No entry is longer; a line without an end must not fill the memory.
            guard searched <= Entry.mostBytes else {
                throw .damaged(
                    location, number + 1, "the line is longer than \(Entry.mostBytes) bytes")
            }
            try fill()
        }
        guard buffer.isEmpty else {
            throw .damaged(
                location, number + 1, "the line does not end, so that the file was cut off")
        }
        return nil
    }

    private mutating func fill() throws(LedgerError) {
        do {
            let piece = try file.piece(Self.pieceSize)
            isAtEnd = piece.count < Self.pieceSize
            buffer = ArraySlice(buffer + piece)
        } catch {
            throw LedgerError(location, .unreadable(reason: error.reason))
        }
    }
}
