import Characters
import Rollout

/// The text around a signature (PROTOCOL.sshsig): a header line, base64, a footer line.
enum SSHArmor {
    private static let header = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
    private static let footer = Array("-----END SSH SIGNATURE-----".utf8)
    /// The width of the lines that ssh-keygen writes.
    private static let width = 70
    /// A signature of the longest key with a certificate has less than a quarter of it.
    static let mostBytes = 32_768

    /// The bytes that a text stands for; its lines may be of any width, and nothing else is let pass.
    static func bytes(_ text: some Collection<UInt8>) throws(SignatureFault) -> [UInt8] {
        let text = ArraySlice(text)
        guard text.count <= mostBytes else { throw .malformed(.tooLong(most: mostBytes)) }
        guard !text.contains(13) else { throw .malformed(.carriageReturn) }
        guard text.starts(with: header) else { throw .malformed(.headerNotFirst) }
        let body = text.dropFirst(header.count)
        // No letter of base64 is a hyphen.
        guard let end = body.firstIndex(of: footer[0]), body[end...].starts(with: footer),
            text[end - 1] == 10
        else { throw .malformed(.footerMissing) }
        let rest = body[end...].dropFirst(footer.count)
        guard rest.isEmpty || rest.elementsEqual([10]) else { throw .malformed(.textAfterFooter) }
        let lines = body[..<end].dropLast()
        guard !hasEmptyLine(lines), let bytes = Base64.bytes(lines.filter { $0 != 10 }[...]) else {
            throw .malformed(.notBase64(line: firstBadLine(lines)))
        }
        return bytes
    }

    private static func hasEmptyLine(_ lines: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 10
        for byte in lines {
            if byte == 10, last == 10 { return true }
            last = byte
        }
        return last == 10
    }

    /// The first line that no base64 could have, or else the last one; the header is line 1.
    private static func firstBadLine(_ lines: ArraySlice<UInt8>) -> Int {
        let parts = lines.split(separator: 10, omittingEmptySubsequences: false)
        let bad = parts.firstIndex { $0.isEmpty || !$0.allSatisfy(Base64.isLetter) }
        return (bad ?? parts.count - 1) + 2
    }

    /// The text as ssh-keygen writes it, with a line end at its end.
    static func text(_ bytes: [UInt8]) -> String {
        let letters = Array(Base64.text(bytes).utf8)
        var text = header
        text.reserveCapacity(letters.count + letters.count / width + 64)
        for start in stride(from: 0, to: letters.count, by: width) {
            text.append(contentsOf: letters[start..<min(start + width, letters.count)])
            text.append(10)
        }
        text.append(contentsOf: footer)
        text.append(10)
        return String(decoding: text, as: UTF8.self)
    }
}
