/// Latin letters without their marks, as passports write names (ICAO Doc 9303, part 3, section 6).
///
/// An umlaut becomes two letters (`ü` is `ue`) in every language, as nobody can tell from a word
/// which one it is of. Other marks go (`é` is `e`), and other alphabets stay as they are.
package enum LatinLetters {
    /// What is more than a letter with a mark, or has another rule than losing it.
    private static let pairs: [Unicode.Scalar: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe", "ß": "ss",
        "þ": "th", "ð": "d", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ŧ": "t",
    ]

    package static func plain(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var plain = ""
        for scalar in NormalForm.composed(text).unicodeScalars {
            let small = scalar.properties.lowercaseMapping.unicodeScalars
            if small.count == 1, let first = small.first, let pair = pairs[first] {
                plain += first == scalar ? pair : pair.uppercased()
            } else if scalar == "ẞ" {
                plain += "SS"
            } else {
                let parts = NormalForm.compatible(String(scalar)).unicodeScalars
                plain.unicodeScalars += parts.filter {
                    $0.properties.generalCategory != .nonspacingMark
                }
            }
        }
        return plain
    }
}
