import CanonicalJSON
package import Rollout

/// What a server staples to its certificate: whether it was revoked (OCSP, RFC 6960 and RFC 6066
/// section 8).
package enum TLSStapling: Hashable, Sendable {
    /// What must be stapled; the raw value stands in the language.
    package enum Wanted: String, Hashable, Sendable, CaseIterable {
        /// An answer that does not say that it was revoked.
        case present
        case good
    }

    /// What an answer says of the certificate.
    package enum Status: String, Hashable, Sendable {
        case good, revoked, unknown
    }

    /// An answer that the issuer of the certificate signed, or somebody whom it lets.
    package struct Answer: Hashable, Sendable {
        package let status: Status
        /// Since when it holds.
        package let begin: Instant
        /// Until when it holds; nil where it does not say.
        package let end: Instant?
        /// Why and since when it was revoked; empty where it was not.
        package let reason: String

        package init(status: Status, begin: Instant, end: Instant?, reason: String = "") {
            self.status = status
            self.begin = begin
            self.end = end
            self.reason = reason
        }
    }

    case absent
    /// It is no answer about this certificate that its issuer vouches for; what it is instead.
    case unusable(String)
    /// It could not be verified; why.
    case unverified(String)
    case answer(Answer)

    /// How far the clocks of both sides may be apart, as other programs take it: five minutes.
    private static let slack: Int64 = 300_000

    /// Why an answer does not count now; nil where it does.
    private static func lapse(_ answer: Answer, at instant: Instant) -> String? {
        if answer.begin.milliseconds > instant.milliseconds + slack {
            return "an answer that holds only from \(answer.begin.rfc3339) on"
        }
        guard let end = answer.end, end < instant else { return nil }
        return "an answer that held until \(end.rfc3339)"
    }

    /// What was stapled held against what is wanted; nil is what was never asked for.
    static func finding(
        _ wanted: Wanted, _ stapling: TLSStapling?, at instant: Instant
    ) -> Finding {
        let words = "a stapled answer that the certificate \(wanted.words)"
        switch stapling {
        case nil: return Finding(words, actual: "nothing that was asked for", .unknown)
        case .absent: return Finding(words, actual: "no stapled answer", .unmet)
        case .unusable(let what): return Finding(words, actual: what, .unmet)
        case .unverified(let why): return Finding(words, actual: why, .unknown)
        case .answer(let answer):
            if let lapse = lapse(answer, at: instant) {
                return Finding(words, actual: lapse, .unmet)
            }
            switch answer.status {
            case .revoked:
                return Finding(
                    words, actual: "a certificate that was revoked\(answer.reason)", .unmet)
            case .unknown where wanted == .good:
                return Finding(
                    words, actual: "an answer that does not know the certificate", .unmet)
            case .unknown, .good:
                // One without an end may be as old as somebody likes who sends it once more.
                guard answer.end != nil else {
                    return Finding(
                        words, actual: "an answer that does not say until when it holds", .unknown)
                }
                return Finding(words, actual: words, .met)
            }
        }
    }

    /// What is known of revocation.
    func revocation(at instant: Instant) -> String {
        guard case .answer(let answer) = self else { return "not known: no stapled answer counts" }
        return Self.lapse(answer, at: instant) == nil && answer.end != nil
            ? "stapled: \(answer.status.rawValue)" : "not known: no stapled answer counts"
    }

    var fact: JSONValue {
        switch self {
        case .absent: return ["status": "none"]
        case .unusable(let text), .unverified(let text):
            return ["status": "not usable", "detail": .string(text)]
        case .answer(let answer):
            var members: [String: JSONValue] = [
                "status": .string(answer.status.rawValue),
                "this-update": .string(answer.begin.rfc3339),
            ]
            if let end = answer.end { members["next-update"] = .string(end.rfc3339) }
            if !answer.reason.isEmpty { members["detail"] = .string("revoked\(answer.reason)") }
            return .object(members)
        }
    }
}

extension TLSStapling.Wanted {
    fileprivate var words: String { self == .good ? "is good" : "is not revoked" }
}
