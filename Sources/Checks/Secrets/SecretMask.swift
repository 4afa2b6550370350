import CanonicalJSON
import Characters
import Rollout

/// Takes secrets out of everything that a check says, in the forms in which they travel.
package struct SecretMask: Sendable {
    /// What stands in place of a secret.
    static let sign = CheckReport.hiddenSecret

    /// By the bytes that they may begin with.
    private let forms: [UInt8: [SecretForm]]

    package init(_ secrets: some Sequence<String>) {
        var alphabet: [Unicode.Scalar: SecretLetter] = [:]
        forms = secrets.filter { !$0.isEmpty }.flatMap { Self.forms(of: $0, &alphabet) }
            .reduce(into: [:]) { forms, form in
                for byte in form.beginnings { forms[byte, default: []].append(form) }
            }
    }

    var isEmpty: Bool { forms.isEmpty }

    func mask(_ outcome: CheckOutcome) -> CheckOutcome {
        guard !isEmpty else { return outcome }
        return CheckOutcome(
            findings: outcome.findings.map {
                Finding(mask($0.expected), actual: mask($0.actual), $0.standing)
            },
            obstacle: outcome.obstacle.map { Obstacle($0.code, $0.values.mapValues(mask)) },
            observedAt: outcome.observedAt, facts: outcome.facts.mapValues(mask))
    }

    private func mask(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): return .string(mask(text))
        case .array(let items): return .array(items.map(mask))
        case .object(let members):
            return .object(
                Dictionary(members.map { (mask($0.key), mask($0.value)) }) { first, _ in first })
        case .null, .boolean, .integer: return value
        }
    }

    func mask(_ value: TypedValue) -> TypedValue {
        switch value {
        case .text(let text): return .text(mask(text))
        case .list(let items): return .list(items.map(mask))
        case .object(let object):
            return .object(
                JSONObject(
                    Dictionary(object.map { ($0.key, mask($0.value)) }) { first, _ in first }))
        default: return value
        }
    }

    /// The text without the secrets, also where its end cuts one off.
    package func mask(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let sign = Array(Self.sign.utf8)
        let end = bytes.count - Self.tail(of: bytes)
        var clean: [UInt8] = []
        var place = 0
        while place < bytes.count {
            // The longest, so that none is left over as a part of another one.
            var longest = place
            for form in forms[bytes[place]] ?? [] {
                switch form.match(bytes, at: place, upTo: end) {
                case .whole(let last): longest = max(longest, last)
                // Few letters of its beginning tell nothing.
                case .cut(let count) where count >= 4: longest = max(longest, end)
                case .cut, .none: continue
                }
            }
            if longest > place {
                clean += sign
                place = longest
            } else {
                clean.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: clean, as: UTF8.self)
    }

    /// How many bytes at the end only say that a text was cut, or end a quotation.
    private static func tail(of bytes: [UInt8]) -> Int {
        var count = 0
        for sign in ["\"", "…", "\u{FFFD}"].map({ Array($0.utf8) }) {
            // A letter that was cut stands there several times, once for each of its bytes.
            while bytes.dropLast(count).suffix(sign.count).elementsEqual(sign) {
                count += sign.count
            }
        }
        return count
    }

    private static func forms(
        of secret: String, _ alphabet: inout [Unicode.Scalar: SecretLetter]
    ) -> [SecretForm] {
        // Programs cut off what stands around a secret, and of several lines each may be quoted alone.
        let lines = secret.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }
            .filter { $0.utf8.count >= shortestLine }
        let texts = Set([secret, trimmed(secret)] + lines).filter { !$0.isEmpty }
        let shown = Set(texts.flatMap { [$0, VisibleText.line($0), VisibleText.text($0)] })
        let packed = Set(texts.flatMap(encodings).flatMap { base64(Array($0.utf8)) })
        return shown.map { SecretForm($0, &alphabet) }
            + packed.map { SecretForm($0, isWrapped: true, &alphabet) }
    }

    /// Shorter lines are words that stand in many texts.
    static let shortestLine = 4

    /// Without blanks and a byte order mark around it.
    static func trimmed(_ text: String) -> String {
        func isLoose(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar == "\u{FEFF}"
        }
        let scalars = Array(text.unicodeScalars.drop(while: isLoose))
        let last = scalars.lastIndex { !isLoose($0) } ?? -1
        return String(String.UnicodeScalarView(scalars.prefix(last + 1)))
    }

    /// What is put into base64: the text, or the text as JSON or an address has it.
    private static func encodings(_ text: String) -> [String] {
        let json = JSONValue.string(text).canonicalText.dropFirst().dropLast()
        let percent = text.utf8.map { byte -> String in
            byte.isDigit || byte.isLetter || "-._~".utf8.contains(byte)
                ? String(UnicodeScalar(byte)) : "%\(Hexadecimal.padded(byte, to: 2))"
        }
        return [text, String(json), percent.joined()]
    }

    /// What base64 makes of the secret wherever it stands in a text: at each of the three places in
    /// a group the signs that come from its bytes alone, in both alphabets.
    private static func base64(_ secret: [UInt8]) -> [String] {
        (0..<3).flatMap { place -> [String] in
            let bytes = [UInt8](repeating: 0, count: place) + secret
            let all = Array(Base64.text(bytes, isPadded: false).utf8)
            let first = (place * 8 + 5) / 6
            let last = bytes.count * 8 / 6
            guard last - first >= 4 else { return [] }
            let own = all[first..<last]
            let url = own.map { $0 == 43 ? UInt8(45) : $0 == 47 ? UInt8(95) : $0 }
            return [String(decoding: own, as: UTF8.self), String(decoding: url, as: UTF8.self)]
        }
    }
}
