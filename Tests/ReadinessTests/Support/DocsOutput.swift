import Foundation

/// Compares what a command printed with what a page shows.
enum DocsOutput {
    /// Whether the lines are those that are shown; `…` stands for any text of a line, and alone on
    /// a line for any number of lines.
    static func matches(_ printed: [String], shown: [String]) -> Bool {
        var reached: Set<Int> = [0]
        for line in shown {
            if line == "…" {
                reached = Set((reached.min() ?? printed.count + 1)...(printed.count + 1))
            } else {
                reached = Set(
                    reached.filter { $0 < printed.count && matches(printed[$0], line) }
                        .map { $0 + 1 })
            }
            if reached.isEmpty { return false }
        }
        return reached.contains(printed.count)
    }

    private static func matches(_ printed: String, _ shown: String) -> Bool {
        let parts = shown.components(separatedBy: "…")
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return printed == shown
        }
        guard printed.hasPrefix(first) else { return false }
        var rest = printed.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.range(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count >= last.count && rest.hasSuffix(last)
    }
}
