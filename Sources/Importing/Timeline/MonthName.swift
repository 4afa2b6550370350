/// The names of the months in English.
enum MonthName {
    private static let numbers: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december",
        ]
        var numbers: [String: Int] = ["sept": 9]
        for (index, name) in names.enumerated() {
            numbers[name] = index + 1
            numbers[String(name.prefix(3))] = index + 1
        }
        return numbers
    }()

    /// 1 to 12 for a name or its first three letters, in small letters.
    static func number(of word: String) -> Int? { numbers[word] }

    /// Whether the word is a name without its end, which may have a dot: `Oct`, `Sept`.
    static func isCut(_ word: String) -> Bool {
        (word.utf8.count == 3 && word != "may" && numbers[word] != nil) || word == "sept"
    }

    /// Whether the word is also one of other meaning, or cut.
    static func isDoubtful(_ word: String) -> Bool { word.utf8.count <= 3 || isVerb(word) }

    /// Whether the word is also a verb.
    static func isVerb(_ word: String) -> Bool { word == "may" || word == "march" }
}
