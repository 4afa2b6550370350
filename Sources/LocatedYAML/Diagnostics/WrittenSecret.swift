/// Secrets that somebody may have written into a text, which no mistake in it repeats.
///
/// What is hidden is guessed by the words of the language, so that it is hidden also where the text
/// could not be read as what was meant.
enum WrittenSecret {
    /// What stands in place of one.
    private static let sign = "‹secret›"
    /// The options that name where a secret is kept, the header in which one is sent, and what others
    /// call them.
    private static let words = [
        "bearer", "password", "basic", "authorization", "token", "secret", "passwd", "passphrase",
        "pwd", "credential", "credentials", "api-key", "apikey",
    ]
    /// What a mapping in place of a secret begins with.
    private static let places = ["env", "file", "user", "password"]

    /// Whether one may stand in a line: behind a word that asks for one, or in an address.
    static func mayStand(in line: String) -> Bool {
        let bytes = Array(line.lowercased().utf8)
        let isValue = words.contains { word in
            places(of: word, in: bytes).contains { isWritten(bytes[$0...]) }
        }
        return isValue || masked(line) != line
    }

    /// The text without the user and the password of the addresses in it (RFC 3986 section 3.2.1).
    static func masked(_ text: String) -> String {
        let parts = text.split(separator: "://", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map(withoutUser)
        return withoutLogins(([String(parts.first ?? "")] + rest).joined(separator: "://"))
    }

    private static func withoutUser(_ rest: Substring) -> String {
        let address = rest.prefix { !$0.isNewline && $0 != "\"" }
        let authority = address.prefix { $0 != "/" }
        // An at sign may also stand in a path; a password may hold a slash, and a port may not.
        let reach = authority.contains("@") || hasPort(authority) ? authority : address
        guard let end = reach.lastIndex(of: "@") else { return String(rest) }
        return sign + rest[end...]
    }

    /// A host, with digits where a port or a password may stand.
    private static func hasPort(_ authority: Substring) -> Bool {
        guard !authority.hasSuffix("]"), let colon = authority.lastIndex(of: ":") else {
            return true
        }
        return authority[colon...].dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// The text without what looks like `USER:PASSWORD@`, also where no address is around it.
    private static func withoutLogins(_ text: String) -> String {
        var clean = ""
        var rest = text[...]
        while !rest.isEmpty {
            let word = rest.prefix { !isBetween($0) }
            clean.append(contentsOf: withoutLogin(word))
            rest = rest[word.endIndex...]
            clean.append(contentsOf: rest.prefix { isBetween($0) })
            rest = rest.drop { isBetween($0) }
        }
        return clean
    }

    private static func withoutLogin(_ word: Substring) -> String {
        guard let end = word.lastIndex(of: "@"), let colon = word[..<end].firstIndex(of: ":") else {
            return String(word)
        }
        let user = word[..<colon]
        let password = word[colon..<end].dropFirst()
        guard !user.isEmpty, !password.isEmpty, user.lowercased() != "mailto" else {
            return String(word)
        }
        return sign + word[end...]
    }

    private static func isBetween(_ sign: Character) -> Bool {
        sign.isWhitespace || "/\"`".contains(sign)
    }

    /// The places behind a word.
    private static func places(of word: String, in bytes: [UInt8]) -> [Int] {
        let word = Array(word.utf8)
        guard bytes.count >= word.count else { return [] }
        return (0...(bytes.count - word.count)).filter { bytes[$0...].starts(with: word) }
            .map { $0 + word.count }
    }

    /// A small letter, as all of a line are made, or a part of one of another script.
    private static func isLetter(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (97...122).contains(byte) || byte >= 128
    }

    /// What follows a word is a value, and no mapping that says where one is kept.
    private static func isWritten(_ rest: ArraySlice<UInt8>) -> Bool {
        func isLoose(_ byte: UInt8) -> Bool { byte == 9 || byte == 32 || "\"'".utf8.contains(byte) }
        let behindKey = rest.drop { isLoose($0) }
        guard behindKey.first == UInt8(ascii: ":") else { return false }
        let value = behindKey.dropFirst().drop { isLoose($0) }
        guard let first = value.first, first != UInt8(ascii: "#") else { return false }
        guard first == UInt8(ascii: "{") else { return true }
        let key = value.dropFirst().drop { isLoose($0) }
        return !places.contains { place in
            key.starts(with: place.utf8) && !isLetter(key.dropFirst(place.utf8.count).first)
        }
    }
}
