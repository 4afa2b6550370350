import LocatedYAML

/// A place in a JSON value (RFC 6901).
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    private let tokens: [String]

    /// Nil for a text that is no pointer: it is empty or begins with `/`, and `~` stands before 0 or
    /// 1 only.
    package init?(_ text: String) {
        description = text
        guard !text.isEmpty else {
            tokens = []
            return
        }
        var tokens: [String] = []
        for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        {
            guard let token = Self.token(part) else { return nil }
            tokens.append(token)
        }
        guard tokens.first?.isEmpty ?? false else { return nil }
        self.tokens = Array(tokens.dropFirst())
    }

    private static func token(_ part: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = part[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// It is that of the whole value.
    var isWhole: Bool { tokens.isEmpty }

    /// The value at the place; nil where there is none, as at the `-` of an array.
    package func value(in whole: TypedValue) -> TypedValue? {
        tokens.reduce(whole) { (value: TypedValue?, token) in
            switch value {
            case .object(let object): return object[token]
            case .list(let items): return Self.place(token, among: items).map { items[$0] }
            default: return nil
            }
        }
    }

    /// The node at the place, nil where there is none, with the keys on the way to it.
    ///
    /// Where the way ends early at a word that other readers have for something else, such as `true`,
    /// all keys among which it was looked for are with them.
    func node(in whole: YAMLNode) -> (node: YAMLNode?, keys: [YAMLNode]) {
        var node = whole
        var keys: [YAMLNode] = []
        for token in tokens {
            if let entry = node.entries.first(where: { $0.key.hasText(token) }) {
                keys.append(entry.key)
                node = entry.value
            } else if let place = Self.place(token, among: node.items) {
                node = node.items[place]
            } else {
                return (nil, YAMLScalar(token) == .text ? keys : keys + node.entries.map(\.key))
            }
        }
        return (node, keys)
    }

    /// The place of an entry of a list; nil where the token is none.
    private static func place(_ token: String, among items: [some Any]) -> Int? {
        let digits = token.utf8
        guard (1...9).contains(digits.count), digits.allSatisfy(\.isDigit),
            digits.count == 1 || digits.first != 48, let place = Int(token),
            items.indices.contains(place)
        else { return nil }
        return place
    }
}
