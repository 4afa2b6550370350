import Characters

/// Keeps outside text from being taken for a command by the pipeline that shows the output.
///
/// Azure Pipelines obeys `##vso[…]` and `##[…]` anywhere in a line, TeamCity `##teamcity[…]`, GitHub
/// Actions `::…::` at the start of one, blanks before it or not.
package enum PipelineText {
    /// Lines for people: the signs stay readable and lose their force.
    package static func text(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") })
        else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(line)
            .joined(separator: "\n")
    }

    /// JSON of the same value, in which such signs, and what cannot be seen, are escapes.
    package static func json(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        var out = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let isSecond = scalar == "#" && previous == "#"
            if isSecond || (scalar != "\n" && VisibleText.isHidden(scalar)) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
                    out.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
                }
            } else {
                out.append(scalar)
            }
            previous = scalar
        }
        return Array(String(out).utf8)
    }

    private static func line(_ line: Substring) -> String {
        var line = line
        let start = line.drop { $0.isWhitespace }
        if start.utf8.starts(with: "::".utf8) {
            line = line.prefix(upTo: start.startIndex) + ": " + start.dropFirst()
        }
        let parts = line.replacing("##vso[", with: "# #vso[").replacing("##[", with: "# #[")
            .replacing("##teamcity[", with: "# #teamcity[")
        return String(parts)
    }
}
