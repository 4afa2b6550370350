import Attestation
import Rollout

/// Who is signed in: kept in memory alone, and by the digests of the secrets.
package actor BrowserSessions {
    private var sessions: [ContentDigest: BrowserSession] = [:]

    /// A working day.
    static let length = Duration.seconds(8 * 3600)
    /// More than an organisation has; the ones that end first are ended.
    private static let most = 10_000
    /// What a secret begins with, so that it is told from a token.
    private static let mark = "rs_"

    package init() {}

    /// Signs somebody in, and returns the secret that shows it.
    func begin(_ passkey: Enrolments.Passkey, at now: Instant) -> String {
        sessions = sessions.filter { now < $0.value.ends }
        if sessions.count >= Self.most,
            let first = sessions.min(by: { $0.value.ends < $1.value.ends })
        {
            sessions[first.key] = nil
        }
        let secret = Self.mark + RandomToken.text()
        sessions[ContentDigest(of: secret.utf8)] = BrowserSession(
            person: passkey.entry.statement.principal, credential: passkey.enrolment.credential,
            key: passkey.key, ends: now.advanced(by: Self.length))
        return secret
    }

    /// Who has a secret; nil where there is no such one, or its time is over.
    func session(_ secret: String, at now: Instant) -> BrowserSession? {
        guard secret.hasPrefix(Self.mark), let found = sessions[ContentDigest(of: secret.utf8)],
            now < found.ends
        else { return nil }
        return found
    }

    package func end(_ secret: String) { sessions[ContentDigest(of: secret.utf8)] = nil }
}
