extension LogTile {
    /// The path of a tile, read.
    package struct Name: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case entries
            case level(Int)
        }

        package let kind: Kind
        package let index: Int
        package let width: Int

        /// Nil where the path is not the one path of a tile.
        package init?(_ path: String) {
            var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count >= 3, parts.count <= 7, parts.removeFirst() == "tile" else {
                return nil
            }
            let kindText = parts.removeFirst()
            if kindText == "entries" {
                kind = .entries
            } else {
                guard let level = Int(digits: kindText.utf8), level < 8 else { return nil }
                kind = .level(level)
            }
            var width = LogTile.width
            if parts.count > 1, parts[parts.count - 2].hasSuffix(".p") {
                guard let given = Int(digits: parts.removeLast().utf8),
                    (1..<LogTile.width).contains(given)
                else { return nil }
                width = given
                parts[parts.count - 1].removeLast(2)
            }
            var index = 0
            for part in parts {
                let digits = part.utf8.drop { $0 == UInt8(ascii: "x") }
                guard digits.count == 3, digits.allSatisfy({ (48...57).contains($0) }) else {
                    return nil
                }
                index = digits.reduce(index) { $0 * 10 + Int($1 - 48) }
            }
            self.index = index
            self.width = width
            // What is spelled otherwise is another path.
            let own =
                switch kind {
                case .entries: LogTile.bundlePath(index: index, width: width)
                case .level(let level): LogTile.path(level: level, index: index, width: width)
                }
            guard own == path else { return nil }
        }

        /// Whether a log of a size has the tile.
        package func isWithin(_ size: Int) -> Bool {
            let all =
                switch kind {
                case .entries: size
                case .level(let level): size >> (level * LogTile.height)
                }
            return index * LogTile.width + width <= all
        }
    }
}
