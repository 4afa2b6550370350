import Characters

/// Ids out of texts.
struct Slug {
    private var taken: Set<String> = []
    /// The number that comes next behind a name, so that many alike do not try all before them.
    private var numbers: [String: Int] = [:]

    /// Ids that are not handed out.
    mutating func reserve(_ ids: some Sequence<String>) { taken.formUnion(ids) }

    /// Hands out this very id; false where it was handed out before.
    mutating func claim(_ id: String) -> Bool { taken.insert(id).inserted }

    /// An id that was not handed out before, with a number from the second one of a name on.
    mutating func make(_ text: String, otherwise name: String, words most: Int = 8) -> String {
        let base = Self.base(text, otherwise: name, words: most)
        var slug = base
        var number = numbers[base] ?? 2
        defer { numbers[base] = number }
        while !taken.insert(slug).inserted {
            slug = "\(base)-\(number)"
            number += 1
        }
        return slug
    }

    /// An id of small letters, digits and hyphens; Latin letters lose their marks, and a text in another
    /// alphabet gets the other name.
    static func base(_ text: String, otherwise name: String, words most: Int = 8) -> String {
        let joined = words(of: text, most: most).joined(separator: "-").utf8.prefix(48)
        // As a plain scalar of YAML "null" would be nothing.
        return joined.isEmpty
            ? name
            : joined.elementsEqual("null".utf8) ? "null-0" : String(decoding: joined, as: UTF8.self)
    }

    /// The words of a text that an id is made of.
    static func words(of text: String, most: Int = .max) -> [String] {
        var words: [String] = []
        for word in Token.tokens(of: LatinLetters.plain(text)) where word.kind != .sign {
            let plain = word.text.utf8.filter { (97...122).contains($0) || (48...57).contains($0) }
            guard !plain.isEmpty, words.count < most else { continue }
            words.append(String(decoding: plain, as: UTF8.self))
        }
        return words
    }
}
