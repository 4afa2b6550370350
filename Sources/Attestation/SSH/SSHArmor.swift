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
            body[body.index(before: end)] == 10
        else { throw .malformed(.footerMissing) }
        let rest = body[end...].dropFirst(footer.count)
        guard rest.isEmpty || rest.elementsEqual([10]) else { throw .malformed(.textAfterFooter) }
        var letters: [UInt8] = []
        letters.reserveCapacity(end - body.startIndex)
        var line = 2
        for part in body[..<end].dropLast().split(separator: 10, omittingEmptySubsequences: false) {
            guard !part.isEmpty, part.allSatisfy(Base64.isLetter) else {
                throw .malformed(.notBase64(line: line))
            }
            letters.append(contentsOf: part)
            line += 1
        }
        guard let bytes = Base64.bytes(letters) else {
            throw .malformed(.notBase64(line: line - 1))
        }
        return bytes
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
