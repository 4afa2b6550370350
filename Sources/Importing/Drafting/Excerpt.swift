import Rollout

/// A short piece of a text that belongs to others.
enum Excerpt {
    /// The beginning of a text: whole sentences where the first ones fit, else whole words.
    static func of(_ text: String, most: Int) -> String {
        guard text.unicodeScalars.count > most else { return text }
        var excerpt = ""
        for sentence in PlainSentences.of(text) {
            let longer = excerpt.isEmpty ? sentence : "\(excerpt) \(sentence)"
            guard longer.unicodeScalars.count <= most else { break }
            excerpt = longer
        }
        guard excerpt.isEmpty else { return excerpt }
        var words = String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1)))
        if let blank = words.utf8.lastIndex(of: 32), blank > words.startIndex {
            words = String(words[..<blank])
        }
        return words + "…"
    }

    /// The beginning of a text as Markdown, with a digest of the whole where something is cut off: a
    /// text that goes on in another way is another one.
    static func sealed(_ text: String, most: Int) -> String {
        let excerpt = of(text, most: most)
        let words = PlainMarkdown.escaped(excerpt)
        guard !excerpt.utf8.elementsEqual(text.utf8) else { return words }
        return "\(words) (cut; the whole is \("\(ContentDigest(of: text.utf8))".prefix(23)))"
    }
}
