/// The key that a line begins with.
struct DraftKey {
    let name: String
    /// Behind its colon.
    let end: Int

    /// The key of a line without its margin; nil where it begins with none.
    init?(_ line: ArraySlice<UInt8>) {
        guard let first = line.first, ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) else {
            return nil
        }
        var start = line.startIndex
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let close = line.dropFirst().firstIndex(of: first) else { return nil }
            start = close
        }
        let colon = line[start...].indices.first { index in
            line[index] == UInt8(ascii: ":")
                && (index + 1 == line.endIndex || line[index + 1] == 32)
        }
        guard let colon else { return nil }
        name = String(
            decoding: line[..<colon].filter { $0 != first || start == line.startIndex },
            as: UTF8.self)
        end = colon + 1
    }

    /// The id that a line or the braces of an item name; nil where they name none.
    static func id(of line: ArraySlice<UInt8>) -> String? {
        var rest = line
        if line.first == UInt8(ascii: "{") {
            guard let place = line.firstRange(of: Array("id:".utf8)),
                [UInt8(ascii: "{"), UInt8(ascii: ","), 32].contains(line[place.lowerBound - 1])
            else { return nil }
            rest = line[place.lowerBound...]
        }
        guard let key = DraftKey(rest), key.name == "id" else { return nil }
        let value = rest[key.end...].drop { $0 == 32 }.prefix { !" ,}#".utf8.contains($0) }
        let bare = value.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        return bare.isEmpty ? nil : String(decoding: bare, as: UTF8.self)
    }

    /// What a comment is about: its words up to what changes from draft to draft.
    static func topic(of comment: ArraySlice<UInt8>) -> String {
        let words = comment.prefix { byte in
            byte != UInt8(ascii: ":") && byte != UInt8(ascii: "\"") && !(48...57).contains(byte)
        }
        return String(decoding: words, as: UTF8.self)
    }
}
