/// What a monitoring plugin writes (Monitoring Plugins Development Guidelines).
package struct PluginOutput: Hashable, Sendable {
    /// A measured value as the plugin wrote it.
    package struct Measure: Hashable, Sendable {
        package let label: String
        package let value: String
        package let unit: String
        /// Warning, critical, least and greatest value; empty where there is none.
        package let limits: [String]
    }

    /// The first line, without its measures.
    package let summary: String
    package let measures: [Measure]

    /// As many measures are kept.
    private static let most = 100

    package init(_ text: String) {
        // Behind a bar on the first line stand measures, and behind one on a later line all to the
        // end of the text.
        // CR LF is one character.
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }[...]
        let first = lines.popFirst() ?? ""
        // A bar with an accent on it is one character, and a bar all the same.
        let (scalars, bar) = (first.unicodeScalars, first.unicodeScalars.firstIndex(of: "|"))
        summary = Self.trimmed(first[..<(bar ?? first.endIndex)])
        var data = bar.map { String(scalars[scalars.index(after: $0)...]) } ?? ""
        let rest = lines.joined(separator: "\n").unicodeScalars
        if let later = rest.firstIndex(of: "|") {
            data += " " + String(rest[rest.index(after: later)...])
        }
        measures = Self.measures(data)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// `'label'=value[unit];[warn];[crit];[min];[max]`, parted by blanks; what has another form is
    /// left out.
    private static func measures(_ text: String) -> [Measure] {
        var rest = Array(text.unicodeScalars)[...]
        var measures: [Measure] = []
        while measures.count < most {
            rest = rest.drop { $0.properties.isWhitespace }
            guard !rest.isEmpty else { break }
            let label = label(&rest)
            guard let label, rest.first == "=" else {
                rest = rest.drop { !$0.properties.isWhitespace }
                continue
            }
            rest.removeFirst()
            let word = rest.prefix { !$0.properties.isWhitespace }
            rest = rest.dropFirst(word.count)
            var parts = word.split(separator: ";", omittingEmptySubsequences: false).map {
                String(String.UnicodeScalarView($0))
            }
            let first = parts.removeFirst()
            let number = first.prefix { "0123456789.-+eEU".contains($0) }
            guard !number.isEmpty else { continue }
            measures.append(
                Measure(
                    label: label, value: String(number),
                    unit: String(first.dropFirst(number.count)),
                    limits: Array((parts + ["", "", "", ""]).prefix(4))))
        }
        return measures
    }

    /// A label in quotes, in which two quotes are one, or one without blanks.
    private static func label(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        var label = String.UnicodeScalarView()
        guard rest.first == "'" else {
            let word = rest.prefix { $0 != "=" && !$0.properties.isWhitespace }
            rest = rest.dropFirst(word.count)
            return word.isEmpty ? nil : String(String.UnicodeScalarView(word))
        }
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            if scalar != "'" {
                label.append(scalar)
            } else if rest.first == "'" {
                rest.removeFirst()
                label.append(scalar)
            } else {
                return label.isEmpty ? nil : String(label)
            }
        }
        return nil
    }
}
