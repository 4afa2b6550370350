import Rollout

/// A bundle in one file: tar in the form of POSIX (ustar), always the same bytes for the same files.
///
/// What is read has to be what would be written, so that no two programs unpack it in two ways.
package enum BundleArchive {
    /// The folder that everything unpacks into.
    private static let folder = "readiness-bundle/"
    private static let block = 512
    /// The first second of the year 2000: the time of making it is nobody's.
    private static let time = 946_684_800

    package static func bytes(of files: BundleFiles) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.size + (files.names.count + 2) * 2 * block)
        for name in files.names {
            let content = files[name] ?? []
            bytes += head("\(folder)\(name)", content.count)
            bytes += content
            bytes += repeatElement(0, count: padding(content.count))
        }
        return bytes + repeatElement(0, count: 2 * block)
    }

    /// The files of an archive; nothing is written anywhere.
    package static func files(_ bytes: [UInt8]) throws(BundleFailure.Cause) -> BundleFiles {
        var files = BundleFiles()
        var last = ""
        var place = 0
        while place + block <= bytes.count, bytes[place] != 0 {
            guard let (path, size) = entry(bytes[place..<(place + block)]) else {
                throw .archive(offset: place)
            }
            guard let name = name(path) else { throw .name(path) }
            guard last.utf8.lexicographicallyPrecedes(name.utf8) else {
                throw .archive(offset: place)
            }
            last = name
            let start = place + block
            let end = start + size
            let next = end + padding(size)
            guard next <= bytes.count, bytes[end..<next].allSatisfy({ $0 == 0 }) else {
                throw .archive(offset: place)
            }
            try files.add(name, Array(bytes[start..<end]))
            place = next
        }
        guard bytes.count == place + 2 * block, bytes[place...].allSatisfy({ $0 == 0 }) else {
            throw .archive(offset: place)
        }
        return files
    }

    /// The name in a bundle of a path in the archive; nil where it leads anywhere else.
    private static func name(_ path: String) -> String? {
        guard path.hasPrefix(folder) else { return nil }
        let name = String(path.dropFirst(folder.utf8.count))
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }),
            parts.count == 1 || BundleFiles.folders.contains(String(parts[0]))
        else { return nil }
        return name
    }

    /// What a head says, if it is one as `head` writes it.
    private static func entry(_ head: ArraySlice<UInt8>) -> (path: String, size: Int)? {
        let path = head.prefix(100).prefix { $0 != 0 }
        let digits = head.dropFirst(124).prefix(11)
        guard let text = String(validating: path, as: UTF8.self),
            digits.allSatisfy({ (48...55).contains($0) })
        else { return nil }
        let size = digits.reduce(0) { $0 << 3 | Int($1 - 48) }
        guard size <= BundleFiles.mostBytes, self.head(text, size).elementsEqual(head) else {
            return nil
        }
        return (text, size)
    }

    /// The head of a file; names of a bundle are shorter than 100 bytes.
    private static func head(_ path: String, _ size: Int) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: block)
        func put(_ text: String, at place: Int, most: Int) {
            for (index, byte) in text.utf8.prefix(most).enumerated() { head[place + index] = byte }
        }
        func octal(_ number: Int, _ digits: Int) -> String {
            let text = String(number, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        }
        put(path, at: 0, most: 100)
        put(octal(0o644, 7), at: 100, most: 7)
        put(octal(0, 7), at: 108, most: 7)
        put(octal(0, 7), at: 116, most: 7)
        put(octal(size, 11), at: 124, most: 11)
        put(octal(time, 11), at: 136, most: 11)
        put("        ", at: 148, most: 8)
        put("0", at: 156, most: 1)
        put("ustar", at: 257, most: 5)
        put("00", at: 263, most: 2)
        put(octal(0, 7), at: 329, most: 7)
        put(octal(0, 7), at: 337, most: 7)
        let sum = head.reduce(0) { $0 + Int($1) }
        put(octal(sum, 6), at: 148, most: 6)
        head[154] = 0
        return head
    }

    /// How many zeros stand behind so many bytes.
    private static func padding(_ size: Int) -> Int { (block - size % block) % block }
}
