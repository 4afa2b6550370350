import Rollout

/// Small pieces that sentences are put together from.
package enum Prose {
    /// Such as "1 step", "3 steps" and "2 entries"; without `plural` an s is added.
    package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? "\(noun)s")"
    }

    /// Such as "a", "a or b" and "a, b or c"; past `most` items the rest is counted.
    package static func list(_ items: [String], _ conjunction: String, most: Int = .max) -> String {
        var shown = Array(items.prefix(most))
        if items.count > shown.count { shown.append("\(items.count - shown.count) more") }
        guard let last = shown.popLast() else { return "nobody" }
        return shown.isEmpty ? last : "\(shown.joined(separator: ", ")) \(conjunction) \(last)"
    }

    /// Outside words in quotation marks, without the full stop that may end them.
    package static func quoted(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last == "." || last.properties.isWhitespace {
            scalars.removeLast()
        }
        return "“\(String(scalars))”"
    }

    /// A value of outside, which may be empty.
    package static func value(_ text: String) -> String { text.isEmpty ? "“”" : text }

    /// Such as "1 day" and "36 hours"; days at most.
    package static func duration(_ duration: Duration) -> String {
        let language = duration.language
        let digits = language.prefix { $0.isWholeNumber || $0 == "-" }
        let number = Int(digits) ?? 0
        switch language.dropFirst(digits.count) {
        case "d": return count(number, "day")
        case "h": return count(number, "hour")
        case "m": return count(number, "minute")
        case "s": return count(number, "second")
        default: return count(number, "millisecond")
        }
    }

    /// Such as "entry 8" and "entries 8 and 9".
    package static func entries(_ entries: [Int]) -> String {
        "\(entries.count == 1 ? "entry" : "entries") \(list(entries.map { "\($0)" }, "and"))"
    }
}
