/// Cuts a sentence into clauses.
enum PlainClauses {
    struct Clause {
        let words: [String]
        /// It stands against what came before: behind "but" or "except", a semicolon or a dash.
        let isOpposed: Bool
    }

    private static let opposing: Set = [
        "but", "however", "although", "though", "yet", "except", "instead",
    ]
    private static let joining: Set = ["and", "while", "so"]

    static func of(_ sentence: String) -> [Clause] {
        var clauses: [Clause] = []
        // A hyphen between blanks is a dash; nearly no sentence has one.
        let marked =
            sentence.utf8.contains(UInt8(ascii: "-"))
            ? sentence.replacing(" - ", with: ";") : sentence
        let halves = marked.unicodeScalars.split { $0 == ";" || $0 == "–" || $0 == "—" }
        for (place, half) in halves.enumerated() {
            var isOpposed = place > 0
            for part in half.split(separator: ",") {
                var words: [String] = []
                for word in Token.words(of: String(part)) {
                    guard opposing.contains(word) || joining.contains(word) else {
                        words.append(word)
                        continue
                    }
                    if !words.isEmpty { clauses.append(Clause(words: words, isOpposed: isOpposed)) }
                    words = []
                    isOpposed = opposing.contains(word)
                }
                guard !words.isEmpty else { continue }
                clauses.append(Clause(words: words, isOpposed: isOpposed))
                isOpposed = false
            }
        }
        return clauses
    }
}
