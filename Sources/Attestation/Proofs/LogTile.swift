package import Rollout

/// A file of a log as stock tools mirror it (c2sp.org/tlog-tiles): 256 hashes or entries, or the
/// first of them.
package struct LogTile: Hashable, Sendable {
    /// From the folder of the log.
    package let path: String
    package let bytes: [UInt8]

    package static let width = 256
    /// The levels of the tree that a tile spans.
    package static let height = 8

    package init(level: Int, index: Int, _ hashes: [ContentDigest]) {
        path = Self.path(level: level, index: index, width: hashes.count)
        bytes = hashes.flatMap(\.bytes)
    }

    /// A bundle of entries, each behind its length in two bytes.
    package init(bundle index: Int, _ entries: [[UInt8]]) {
        path = Self.path("entries", index, entries.count)
        bytes = entries.flatMap { UInt16(truncatingIfNeeded: $0.count).bigEndianBytes + $0 }
    }

    /// The path of a tile with so many hashes.
    package static func path(level: Int, index: Int, width: Int) -> String {
        path("\(level)", index, width)
    }

    /// The path of a bundle with so many entries.
    package static func bundlePath(index: Int, width: Int) -> String {
        path("entries", index, width)
    }

    /// The entries of a bundle; nil where their lengths do not fill it exactly.
    package static func entries(ofBundle bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 2 else { return nil }
            let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
            rest = rest.dropFirst(2)
            guard rest.count >= length else { return nil }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return entries
    }

    /// The index in groups of three digits, all but the last marked with an x.
    private static func path(_ kind: String, _ index: Int, _ width: Int) -> String {
        func digits(_ number: Int) -> String { String(String(1000 + number % 1000).dropFirst()) }
        var path = digits(index)
        var rest = index / 1000
        while rest > 0 {
            path = "x\(digits(rest))/\(path)"
            rest /= 1000
        }
        return "tile/\(kind)/\(path)" + (width == Self.width ? "" : ".p/\(width)")
    }
}
