import Attestation
import LedgerStorage
import Reporting
package import Rollout

/// What a server does for people who sign in a browser.
///
/// It holds no key of theirs, and signs nothing: a browser signs, and what it signed goes the way that
/// every statement goes.
package struct ServeBrowser: Sendable {
    let context: OperationContext
    let location: LedgerLocation
    let intake: StatementIntake
    let rollouts: ServedRollouts
    let requests = SignInRequests()
    package let sessions = BrowserSessions()

    /// The context is one with a recorder.
    package init(
        _ context: OperationContext, _ intake: StatementIntake, _ rollouts: ServedRollouts
    ) {
        self.context = context
        location = context.location(for: nil)
        self.intake = intake
        self.rollouts = rollouts
    }

    var now: Instant { context.clock() }

    /// The page that a request says that it comes from, where the list of signers names it.
    package func page(_ origin: String) async throws -> PageOrigin {
        let pages = try await ReadSigners.read(location).current?.record.origins ?? []
        guard let page = pages.first(where: { $0.text == origin }) else {
            throw StatementRefusal(
                .signature,
                "The list of signers does not name this page as one where people sign. The owner of "
                    + "the ledger names it: readiness signers --update --origin.")
        }
        return page
    }

    /// Who has the secret of a session, where the passkey still counts.
    package func session(_ secret: String) async throws -> BrowserSession? {
        let now = now
        guard let session = await sessions.session(secret, at: now) else { return nil }
        let signers = try await ReadSigners.read(location)
        guard let verifier = signers.verifier,
            verifier.objection(
                to: session.key, of: session.person, for: .signIn, at: now) == nil
        else { return nil }
        return session
    }

    /// A signature of a browser as one of SSH, in the form that a ledger keeps.
    static func signature(
        _ assertion: BrowserAssertion, by key: SSHKey, for namespace: SignatureNamespace
    ) throws(StatementRefusal) -> String {
        do throws(SignatureFault) {
            return try assertion.signature(by: key, for: namespace).armored
        } catch { throw refusal(error) }
    }

    static func refusal(_ fault: SignatureFault) -> StatementRefusal {
        StatementRefusal(.signature, SignatureWording.sentence(fault, in: .utc))
    }

    static func refusal(_ fault: EnrolmentFault) -> StatementRefusal {
        if case .signature(let fault) = fault { return refusal(fault) }
        return StatementRefusal(.enrolment, EnrolmentWording.sentence(fault))
    }
}
