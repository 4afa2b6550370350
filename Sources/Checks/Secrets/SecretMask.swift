import CanonicalJSON
import Characters
import Rollout

/// Takes secrets out of everything that a check says, in the forms in which they travel.
package struct SecretMask: Sendable {
    /// What stands in place of a secret.
    static let sign = CheckReport.hiddenSecret

    /// The forms, the longest first, so that none is left over as a part of another one.
    private let forms: [[UInt8]]

    package init(_ secrets: some Sequence<String>) {
        let plain = secrets.map { Array($0.utf8) }.filter { !$0.isEmpty }
        forms = Set(plain.flatMap(Self.forms)).sorted { $0.count > $1.count }
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
        var bytes = Array(text.utf8)
        let sign = Array(Self.sign.utf8)
        for form in forms { bytes.replace(form, with: sign) }
        let tail = Self.tail(of: bytes)
        let end = bytes.count - tail
        let cut = forms.map { Self.overlap($0, bytes[..<end]) }.max() ?? 0
        if cut > 0 { bytes.replaceSubrange(end - cut..<end, with: sign) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many bytes at the end only say that a text was cut, or end a quotation.
    private static func tail(of bytes: [UInt8]) -> Int {
        ["…\"", "…", "\""].map { Array($0.utf8) }
            .first { bytes.suffix($0.count).elementsEqual($0) }?.count ?? 0
    }

    /// How many bytes of a beginning of the secret a text ends with; few bytes tell nothing.
    private static func overlap(_ secret: [UInt8], _ text: ArraySlice<UInt8>) -> Int {
        guard secret.count > 4 else { return 0 }
        return (4..<secret.count).reversed().first {
            text.suffix($0).elementsEqual(secret.prefix($0))
        } ?? 0
    }

    private static func forms(of secret: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: secret, as: UTF8.self)
        let line = VisibleText.line(text)
        // Of several lines each may be quoted alone.
        let lines = secret.split(whereSeparator: { $0 == 10 || $0 == 13 }).filter { $0.count >= 8 }
        let json = JSONValue.string(text).canonicalBytes.dropFirst().dropLast()
        let percent = [true, false].flatMap { isUpper in
            [0, 1].map { percentEncoded(secret, isUpper: isUpper, blankIsPlus: $0 == 1) }
        }
        return [secret, Array(line.utf8), Array(json)] + lines.map(Array.init) + percent
            + base64(secret)
    }

    private static func percentEncoded(
        _ bytes: [UInt8], isUpper: Bool, blankIsPlus: Bool
    ) -> [UInt8] {
        let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        return bytes.flatMap { byte -> [UInt8] in
            if byte.isDigit || byte.isLetter || "-._~".utf8.contains(byte) { return [byte] }
            if blankIsPlus, byte == 32 { return [UInt8(ascii: "+")] }
            return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
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
