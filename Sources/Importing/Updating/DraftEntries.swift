/// Reads the text of a checklist as entries, each of which knows where it stands.
///
/// It reads the block style in which drafts are written, and what people make of it; what it takes
/// for something else stays in one piece with the lines before it. Whether the text is right is for
/// the reader of checklists to say.
struct DraftEntries {
    private struct Opened {
        let column: Int
        let isItem: Bool
        let path: [String]
    }

    private(set) var entries: [DraftEntry] = []
    /// Whether the last line is ended.
    let isEnded: Bool
    /// What ends most lines besides the line feed.
    let ending: String
    private let lines: [[UInt8]]
    private let ends: [Bool]
    private var open: [Opened] = []
    private var pending: [(line: Int, column: Int)] = []
    private var taken: [[String]: Int] = [:]

    init(_ text: String) {
        var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        isEnded = lines.last?.isEmpty ?? true
        if isEnded { lines = lines.dropLast() }
        ends = lines.map { $0.last == 13 }
        ending = ends.count { $0 } * 2 > ends.count ? "\r" : ""
        self.lines = zip(lines, ends).map { $1 ? Array($0.dropLast()) : $0 }
        read()
    }

    private mutating func read() {
        var index = 0
        while index < lines.count {
            let column = lines[index].prefix { $0 == 32 }.count
            let first = lines[index].dropFirst(column).first
            if first == nil || first == UInt8(ascii: "#") {
                pending.append((index, first == nil ? -1 : column))
                index += 1
            } else {
                index = readValue(index, column)
            }
        }
        settle(before: -1, of: ["$"])
    }

    /// Reads the value that begins in a line; returns the line behind it.
    private mutating func readValue(_ index: Int, _ column: Int) -> Int {
        let line = lines[index]
        let isItem =
            line[column] == UInt8(ascii: "-")
            && (line.count == column + 1 || line[column + 1] == 32)
        var start = column
        if isItem { start = line[(column + 1)...].firstIndex { $0 != 32 } ?? line.endIndex }
        let last = open
        while let top = open.last,
            top.column > column || (top.column == column && (top.isItem || !isItem))
        {
            open.removeLast()
        }
        var path = open.last?.path ?? []
        let words = line[start...]
        let key = DraftKey(words)
        if isItem {
            let name = DraftKey.id(of: words) ?? id(below: index, column, start)
            path = named(path, "- " + (name.map { "id \($0)" } ?? Self.text(words)))
        }
        let owner = path
        path = named(path, key?.name ?? (isItem ? "." : Self.text(words)))
        settle(before: column, of: isItem ? owner : path, last)
        if isItem { open.append(Opened(column: column, isItem: true, path: owner)) }
        open.append(Opened(column: max(start, column), isItem: false, path: path))
        var scan = ValueScan()
        let comment = scan.comment(in: words)
        let end =
            comment.map { place in
                line[..<place].lastIndex { $0 != 32 && $0 != 9 }.map { $0 + 1 } ?? place
            } ?? line.endIndex
        let value = line[(key?.end ?? start)..<end].drop { $0 == 32 }
        let next = behind(index, scan, value: value, column: isItem && key == nil ? column : start)
        entries.append(
            DraftEntry(
                .value, path: path, margin: Self.text(line[..<start]),
                words: Self.text(line[start..<max(start, end)]),
                remark: Self.text(line[max(start, end)...]),
                more: lines[(index + 1)..<next].map { Self.text($0[...]) },
                ending: ends[index] ? "\r" : ""))
        return next
    }

    /// The line behind a value that begins in one.
    private func behind(
        _ index: Int, _ scan: ValueScan, value: ArraySlice<UInt8>, column: Int
    ) -> Int {
        var next = index + 1
        guard !value.isEmpty else { return next }
        let isBlock = value.first == UInt8(ascii: "|") || value.first == UInt8(ascii: ">")
        var scan = scan
        while next < lines.count {
            let margin = lines[next].prefix { $0 == 32 }.count
            let isBlank = margin == lines[next].count
            if isBlock || scan.isOpen {
                guard scan.isOpen || isBlank || margin > column else { break }
                if !isBlock { _ = scan.comment(in: lines[next][...]) }
            } else if isBlank || margin <= column || lines[next][margin] == UInt8(ascii: "#") {
                break
            }
            next += 1
        }
        // Empty lines behind a block stand before what follows.
        while next > index + 1, lines[next - 1].allSatisfy({ $0 == 32 }) { next -= 1 }
        return next
    }

    /// The id of an item that begins with another key.
    private func id(below index: Int, _ column: Int, _ start: Int) -> String? {
        for line in lines[(index + 1)...] {
            let margin = line.prefix { $0 == 32 }.count
            guard margin < line.count, line[margin] != UInt8(ascii: "#") else { continue }
            guard margin > column else { return nil }
            guard margin == start, let key = DraftKey(line[margin...]), key.name == "id" else {
                continue
            }
            return DraftKey.id(of: line[margin...])
        }
        return nil
    }

    /// Gives the comments and empty lines before a value their places.
    private mutating func settle(before column: Int, of owner: [String], _ last: [Opened]? = nil) {
        let last = last ?? open
        for (index, margin) in pending {
            let line = lines[index]
            let isBlank = margin < 0
            // One that is further in than what follows belongs to what stands before it.
            let above = margin > max(column, 0) ? last.last { $0.column < margin }?.path : nil
            let name = isBlank ? "" : DraftKey.topic(of: line.dropFirst(margin))
            let place = above.map { $0 + ["below"] } ?? owner + ["above"]
            let start = isBlank ? line.endIndex : margin
            entries.append(
                DraftEntry(
                    isBlank ? .blank : .comment, path: named(place, name),
                    margin: Self.text(line[..<start]), words: Self.text(line[start...]),
                    ending: ends[index] ? "\r" : ""))
        }
        pending = []
    }

    /// A path that no entry has yet.
    private mutating func named(_ path: [String], _ name: String) -> [String] {
        let count = taken[path + [name], default: 0]
        taken[path + [name]] = count + 1
        return path + [count == 0 ? name : "\(name) \(count + 1)"]
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self)
    }
}
