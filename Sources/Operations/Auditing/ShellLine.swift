/// Reads the words of a command line as `ShellWord` writes them; nothing is expanded or run.
enum ShellLine {
    /// Nil for a line with anything that `ShellWord` does not write.
    static func words(_ line: String) -> [String]? {
        var words: [String] = []
        var word: [UInt8]?
        var rest = Array(line.utf8)[...]
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: " "):
                rest.removeFirst()
                if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
                word = nil
            case UInt8(ascii: "'"):
                rest.removeFirst()
                guard let end = rest.firstIndex(of: UInt8(ascii: "'")) else { return nil }
                word = (word ?? []) + rest[..<end]
                rest = rest[(end + 1)...]
            case UInt8(ascii: "\\"):
                guard rest.dropFirst().first == UInt8(ascii: "'") else { return nil }
                word = (word ?? []) + [UInt8(ascii: "'")]
                rest = rest.dropFirst(2)
            case UInt8(ascii: "\""):
                guard let (bytes, after) = octal(rest) else { return nil }
                word = (word ?? []) + bytes
                rest = after
            case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: ";"), UInt8(ascii: "&"),
                UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                return nil
            default:
                rest.removeFirst()
                word = (word ?? []) + [byte]
            }
        }
        if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
        return words
    }

    /// The bytes of `"$(printf '\\NNN…')"`, and what stands behind it.
    private static func octal(_ rest: ArraySlice<UInt8>) -> ([UInt8], ArraySlice<UInt8>)? {
        let head = Array("\"$(printf '".utf8)
        let tail = Array("')\"".utf8)
        guard rest.starts(with: head) else { return nil }
        var rest = rest.dropFirst(head.count)
        var bytes: [UInt8] = []
        while rest.first == UInt8(ascii: "\\") {
            let digits = rest.dropFirst().prefix(3)
            guard digits.count == 3,
                let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
            else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(4)
        }
        guard rest.starts(with: tail) else { return nil }
        return (bytes, rest.dropFirst(tail.count))
    }
}
