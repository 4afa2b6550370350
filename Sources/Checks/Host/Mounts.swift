/// The file systems that are mounted (proc_pid_mountinfo(5)).
package enum Mounts {
    /// One of them.
    package struct Entry: Hashable, Sendable {
        package let point: String
        package let type: String
        package let source: String
        /// Of the mount and of the file system, sorted, each once.
        package let options: [String]
    }

    /// The mount that a path lies on: the last one of the longest point; nil where none is found.
    package static func entry(of path: String, in text: String) -> Entry? {
        var best: Entry?
        for line in text.split(separator: "\n") {
            guard let entry = entry(line) else { continue }
            let isAbove =
                entry.point == "/" || path == entry.point || path.hasPrefix("\(entry.point)/")
            if isAbove, entry.point.utf8.count >= best?.point.utf8.count ?? 0 { best = entry }
        }
        return best
    }

    private static func entry(_ line: Substring) -> Entry? {
        // Optional fields stand before a lone hyphen.
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let mark = words.firstIndex(of: "-"), mark >= 6, words.count >= mark + 4 else {
            return nil
        }
        let options = (words[5] + "," + words[mark + 3]).split(separator: ",").map(String.init)
        let isReadOnly = options.contains("ro")
        return Entry(
            point: unescaped(words[4]), type: words[mark + 1], source: unescaped(words[mark + 2]),
            options: Set(options.filter { !(isReadOnly && $0 == "rw") }).sorted())
    }

    /// `\040` and others stand for the byte of that octal number.
    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), digits.count == 3,
                let number = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
            {
                bytes.append(number)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
