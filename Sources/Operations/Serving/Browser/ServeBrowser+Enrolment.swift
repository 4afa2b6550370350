package import Attestation
import LedgerStorage
package import Rollout

extension ServeBrowser {
    /// The link of a secret that can be used now.
    package func link(of message: BrowserMessage) async throws -> EnrolmentLink {
        try await link(ContentDigest(of: message.text("token").utf8))
    }

    private func link(_ token: ContentDigest) async throws -> EnrolmentLink {
        let enrolments = try await ReadEnrolments.read(location).enrolments
        do throws(EnrolmentFault) {
            return try enrolments.link(token: token, at: now)
        } catch { throw Self.refusal(error) }
    }

    /// What a new passkey is to sign.
    ///
    /// What the browser says of the passkey here is not believed: the signature that follows proves that
    /// the person has the key, on which page, and that it asked for a PIN or a fingerprint.
    package func enrolment(
        of message: BrowserMessage, on page: PageOrigin
    ) async throws -> Statement {
        let token = try message.text("token")
        let link = try await link(ContentDigest(of: token.utf8))
        let key: SSHKey
        do throws(SignatureFault) {
            key = try SSHKey(passkey: message.passkey(), for: page.host)
        } catch { throw Self.refusal(error) }
        let enrolment = Enrolment(
            credential: try message.text("credential"), key: key.line, token: token)
        return enrolment.statement(by: link.person, at: now)
    }

    /// A passkey that was recorded, and who confirms it.
    package struct Enrolled: Sendable {
        package let key: SSHKey
        package let entry: Int
        package let owner: Principal
    }

    /// Records a passkey that has signed; it counts once the owner has confirmed its fingerprint.
    package func enrol(_ message: BrowserMessage) async throws -> Enrolled {
        let statement = try message.statement()
        guard case .enrolment(let enrolment) = statement.body else {
            throw StatementRefusal(.form, "That enrols no passkey.")
        }
        let key: SSHKey
        do throws(SignatureFault) { key = try enrolment.passkey() } catch {
            throw Self.refusal(error)
        }
        let signature = try Self.signature(
            message.assertion().assertion, by: key, for: .enrolment)
        let taken = try await intake.take([Draft(statement, signature: signature)])
        guard let entry = taken.first?.sequence else {
            throw StatementRefusal(.entry, "The ledger did not say that the entry was kept.")
        }
        let (signers, enrolments) = try await ReadEnrolments.read(location)
        // Another server may have recorded one by the same link in the same moment.
        if let fault = enrolments.faults[entry] { throw Self.refusal(fault) }
        return Enrolled(key: key, entry: entry, owner: signers.current?.record.owner ?? "")
    }
}

extension BrowserMessage {
    /// The public key of a passkey; empty where it is none.
    fileprivate func passkey() -> [UInt8] { (try? bytes("key")) ?? [] }

    /// The statement that was shown and signed, exactly as it was shown.
    func statement() throws(StatementRefusal) -> Statement {
        let text = try text("statement")
        do {
            return try Statement(canonicalBytes: Array(text.utf8))
        } catch { throw StatementRefusal(.form, "“statement” \(error).") }
    }
}
