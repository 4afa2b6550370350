import Characters
import Files
package import Rollout

/// The tokens that let somebody read what a server has; only their digests are kept.
///
/// One on each line: the digest, when it ends, and whose it is.
package struct ReadTokens: Sendable {
    private let path: String

    package init(_ path: String) { self.path = path }

    private struct Token {
        let digest: String
        let ends: Instant
        let name: String

        var line: String { "\(digest) \(ends.rfc3339) \(name)\n" }
    }

    /// Makes a token for somebody, and returns it: it is shown once and kept nowhere.
    package func make(
        for name: String, until ends: Instant
    ) async throws -> String {
        // Of the folder, because each writing puts another file in place.
        let lock = try await NoteFile.lock(NoteFile.parent(of: path))
        defer { withExtendedLifetime(lock) {} }
        let secret = "rr_" + Hexadecimal.text((0..<32).map { _ in UInt8.random(in: .min ... .max) })
        try write(all() + [Token(digest: Self.digest(secret), ends: ends, name: name)])
        return secret
    }

    private func write(_ tokens: [Token]) throws(OperationFailure) {
        do throws(FileFailure) {
            try WholeFile.write(
                Array(tokens.map(\.line).joined().utf8), to: path, permissions: 0o600)
        } catch {
            throw .file(.tokens, path: path, error)
        }
    }

    /// Whose token it is; nil where there is no such one, or its time is over.
    package func reader(_ secret: String, at now: Instant) throws(OperationFailure) -> String? {
        let digest = Self.digest(secret)
        return try all().first { $0.digest == digest && now < $0.ends }?.name
    }

    private static func digest(_ secret: String) -> String {
        ContentDigest(of: Array(secret.utf8)).hex
    }

    private func all() throws(OperationFailure) -> [Token] {
        guard Folder.holdsSomething(at: path) else { return [] }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: path).bytes(limit: 1 << 20)
        } catch {
            throw .file(.tokens, path: path, error)
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count == 3, let ends = Instant(rfc3339: String(words[1])) else {
                return nil
            }
            return Token(digest: String(words[0]), ends: ends, name: String(words[2]))
        }
    }
}
