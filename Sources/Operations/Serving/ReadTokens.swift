import Characters
package import Rollout

/// The tokens that let somebody read what a server has; only their digests are kept.
///
/// One on each line: the digest, when it ends, and whose it is.
package struct ReadTokens: Sendable {
    private let lines: any TokenLines

    private static let prefix = "rr_"

    package init(_ lines: any TokenLines) { self.lines = lines }

    /// Makes a token for somebody, and returns it: it is shown once and kept nowhere.
    package func make(for name: String, until ends: Instant) async throws -> String {
        let secret =
            Self.prefix + Hexadecimal.text((0..<32).map { _ in UInt8.random(in: .min ... .max) })
        try await lines.add("\(Self.digest(secret)) \(ends.rfc3339) \(name)")
        return secret
    }

    /// Whose token it is; nil where there is no such one, or its time is over.
    package func reader(_ secret: String, at now: Instant) async throws -> String? {
        guard secret.hasPrefix(Self.prefix) else { return nil }
        let digest = Self.digest(secret)
        for isFresh in [false, true] {
            if let name = Self.name(digest, now, try await lines.all(isFresh: isFresh)) {
                return name
            }
        }
        return nil
    }

    private static func digest(_ secret: String) -> String {
        ContentDigest(of: Array(secret.utf8)).hex
    }

    private static func name(_ digest: String, _ now: Instant, _ lines: [String]) -> String? {
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count == 3, words[0] == digest,
                let ends = Instant(rfc3339: String(words[1]))
            else { continue }
            if now < ends { return String(words[2]) }
        }
        return nil
    }
}
