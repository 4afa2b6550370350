/// One form of a secret, and how it is found in a text.
struct SecretForm: Sendable {
    private let letters: [SecretLetter]
    /// Breaks and blanks may stand between its letters, as programs wrap base64 (RFC 2045 section 6.8).
    private let isWrapped: Bool

    /// `alphabet` gives each scalar's letter, so that equal ones are one.
    init(_ text: String, isWrapped: Bool = false, _ alphabet: inout [Unicode.Scalar: SecretLetter])
    {
        letters = text.unicodeScalars.map { scalar in
            if let known = alphabet[scalar] { return known }
            let letter = SecretLetter(scalar)
            alphabet[scalar] = letter
            return letter
        }
        self.isWrapped = isWrapped
    }

    /// The bytes that it may begin with.
    var beginnings: Set<UInt8> { letters.first?.beginnings ?? [] }

    /// What of a form stands at a place.
    enum Match {
        case none
        /// All of it, up to there.
        case whole(Int)
        /// The text ends within it, behind so many of its letters.
        case cut(Int)
    }

    /// The longest match, since some letters can be read in several ways.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: Where the form is to begin, in the text.
    ///   - end: The end of the text, for what is cut.
    /// - Returns: What of it stands there.
    func match(_ text: [UInt8], at start: Int, upTo end: Int) -> Match {
        var places = [start]
        for (count, letter) in letters.enumerated() {
            var next: [Int] = []
            var isCut = false
            for place in places {
                let place = isWrapped && count > 0 ? Self.behindBreaks(text, place) : place
                isCut = letter.read(text, at: place, upTo: end, &next) || isCut
            }
            guard !next.isEmpty else { return isCut ? .cut(count) : .none }
            places = next
        }
        return places.max().map { .whole($0) } ?? .none
    }

    /// Behind breaks and blanks, also as JSON writes breaks.
    private static func behindBreaks(_ text: [UInt8], _ start: Int) -> Int {
        var place = start
        while place < text.count {
            if [9, 10, 13, 32].contains(text[place]) {
                place += 1
            } else if text[place] == UInt8(ascii: "\\"), place + 1 < text.count,
                [UInt8(ascii: "n"), UInt8(ascii: "r")].contains(text[place + 1])
            {
                place += 2
            } else {
                break
            }
        }
        return place
    }
}
