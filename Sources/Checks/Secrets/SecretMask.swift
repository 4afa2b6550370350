import CanonicalJSON
import Characters
import Rollout

/// Takes secrets out of everything that a check says, in the forms in which they travel.
package struct SecretMask: Sendable {
    /// What stands in place of a secret.
    static let sign = CheckReport.hiddenSecret

    private let forms: [SecretForm]
    /// The bytes that a form may begin with.
    private let beginnings: Set<UInt8>

    package init(_ secrets: some Sequence<String>) {
        let plain = secrets.map { Array($0.utf8) }.filter { !$0.isEmpty }
        forms = Array(Set(plain.flatMap(Self.forms)))
        beginnings = Set(forms.compactMap(\.bytes.first) + Array("%+".utf8))
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
            guard beginnings.contains(bytes[place]) else {
                clean.append(bytes[place])
                place += 1
                continue
            }
            // The longest, so that none is left over as a part of another one.
            var longest = place
            for form in forms {
                if case .whole(let last) = form.match(bytes, at: place, upTo: bytes.count) {
                    longest = max(longest, last)
                } else if case .cut(let count) = form.match(bytes, at: place, upTo: end), count >= 4
                {
                    // Few bytes of its beginning tell nothing.
                    longest = max(longest, end)
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
        ["…\"", "…", "\""].map { Array($0.utf8) }
            .first { bytes.suffix($0.count).elementsEqual($0) }?.count ?? 0
    }

    private static func forms(of secret: [UInt8]) -> [SecretForm] {
        let text = String(decoding: secret, as: UTF8.self)
        let shown = [VisibleText.line(text), VisibleText.text(text)].map { Array($0.utf8) }
        // Of several lines each may be quoted alone.
        let lines = secret.split(whereSeparator: { $0 == 10 || $0 == 13 }).filter { $0.count >= 8 }
        let json = Array(JSONValue.string(text).canonicalBytes.dropFirst().dropLast())
        return ([secret, json] + shown + lines.map(Array.init)).map {
            SecretForm(bytes: $0, way: .asItIs)
        } + [SecretForm(bytes: secret, way: .percent)]
            + base64(secret).map { SecretForm(bytes: $0, way: .wrapped) }
    }

    /// What base64 makes of the secret wherever it stands in a text: at each of the three places in
    /// a group the signs that come from its bytes alone, in both alphabets.
    private static func base64(_ secret: [UInt8]) -> [[UInt8]] {
        (0..<3).flatMap { place -> [[UInt8]] in
            let bytes = [UInt8](repeating: 0, count: place) + secret
            let all = Array(Base64.text(bytes, isPadded: false).utf8)
            let first = (place * 8 + 5) / 6
            let last = bytes.count * 8 / 6
            guard last - first >= 4 else { return [] }
            let own = Array(all[first..<last])
            let url = own.map { $0 == 43 ? UInt8(45) : $0 == 47 ? UInt8(95) : $0 }
            return [own, url]
        }
    }
}
