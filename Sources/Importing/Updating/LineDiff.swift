/// The difference of two texts as a reviewer reads it: the unified format of diff and patch.
package enum LineDiff {
    private static let context = 3

    private enum Line {
        case same(String), removed(String), added(String)

        var text: String {
            switch self {
            case .same(let text): " \(text)"
            case .removed(let text): "-\(text)"
            case .added(let text): "+\(text)"
            }
        }

        var isSame: Bool { if case .same = self { true } else { false } }
    }

    /// The lines of a text; the last one may be without its end.
    package static func lines(of text: String) -> [String] {
        text.utf8.split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The difference; empty where there is none.
    package static func unified(_ old: [String], _ new: [String], path: String) -> String {
        let lines = lines(old, new)
        guard lines.contains(where: { !$0.isSame }) else { return "" }
        var text = "--- \(path)\n+++ \(path)\n"
        var index = 0
        var (oldLine, newLine) = (1, 1)
        while index < lines.count {
            guard let first = lines[index...].firstIndex(where: { !$0.isSame }) else { break }
            let start = max(index, first - context)
            let skipped = start - index
            (oldLine, newLine) = (oldLine + skipped, newLine + skipped)
            let end = end(of: lines, from: first)
            let hunk = lines[start..<end]
            let olds = hunk.count { if case .added = $0 { false } else { true } }
            let news = hunk.count { if case .removed = $0 { false } else { true } }
            text += "@@ -\(oldLine),\(olds) +\(newLine),\(news) @@\n"
            for line in hunk { text += line.text + "\n" }
            (oldLine, newLine) = (oldLine + olds, newLine + news)
            index = end
        }
        return text
    }

    /// Behind the lines around the last change that is near the others.
    private static func end(of lines: [Line], from first: Int) -> Int {
        var last = first
        for index in first..<lines.count where !lines[index].isSame {
            guard index - last <= 2 * context + 1 else { break }
            last = index
        }
        return min(lines.count, last + context + 1)
    }

    private static func lines(_ old: [String], _ new: [String]) -> [Line] {
        var lines: [Line] = []
        var right = 0
        for (left, partner) in LineMatching(old, new).partners.enumerated() {
            guard let partner else {
                lines.append(.removed(old[left]))
                continue
            }
            lines += new[right..<partner].map { .added($0) }
            lines.append(.same(old[left]))
            right = partner + 1
        }
        return lines + new[right...].map { .added($0) }
    }
}
