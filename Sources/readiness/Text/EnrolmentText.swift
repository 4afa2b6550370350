import Attestation
import Characters
import Operations
import Reporting
import Rollout

/// Links that let people make passkeys, and the passkeys, as lines of text.
enum EnrolmentText {
    static func text(
        _ enrolments: Enrolments, _ signers: SignersHistory, at now: Instant
    ) -> String {
        var lines: [String] = []
        for passkey in enrolments.passkeys {
            let state = signers.lists(passkey) ? "in the list of signers" : "not confirmed"
            lines.append(
                "passkey \(passkey.key.fingerprint) of \(passkey.entry.statement.principal), on "
                    + "\(passkey.key.application ?? ""), entry \(passkey.entry.sequence): \(state)")
        }
        for (entry, fault) in enrolments.faults.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "entry \(entry) enrols nothing. \(EnrolmentWording.sentence(fault))")
        }
        for link in enrolments.links {
            let state = state(of: link, enrolments, at: now)
            lines.append("link for \(link.link.person), entry \(link.entry.sequence): \(state)")
        }
        if lines.isEmpty { lines = ["Nobody was let enrol a passkey."] }
        return lines.map { VisibleText.line($0) + "\n" }.joined()
    }

    private static func state(
        of link: Enrolments.Link, _ enrolments: Enrolments, at now: Instant
    ) -> String {
        do throws(EnrolmentFault) {
            return "can be used until \(try enrolments.link(token: link.link.token, at: now).until)"
        } catch { return EnrolmentWording.sentence(error) }
    }
}
