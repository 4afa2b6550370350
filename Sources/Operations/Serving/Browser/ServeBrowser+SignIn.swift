import Attestation
package import Rollout

extension ServeBrowser {
    /// What somebody is to sign in order to sign in.
    package func signInText(on page: PageOrigin) async throws -> String {
        try await requests.text(on: page, at: now)
    }

    /// Signs in who signed such a text with a passkey that counts, and returns the secret of the session.
    package func signIn(_ message: BrowserMessage) async throws -> String {
        let text = try message.text("text")
        let (credential, assertion) = try message.assertion()
        let now = now
        guard await requests.take(text, at: now) else {
            throw StatementRefusal(
                .signature, "What was signed is not asked for, or no longer. Sign in again.")
        }
        let (signers, enrolments) = try await ReadEnrolments.read(location)
        guard let passkey = enrolments.passkey(credential: credential),
            let verifier = signers.verifier
        else {
            throw StatementRefusal(
                .signature,
                "The passkey is not known here. Ask the owner of the ledger for a link to enrol it."
            )
        }
        let signature = try Self.signature(assertion, by: passkey.key, for: .signIn)
        let verdict = verifier.verify(
            signature.utf8, over: Array(text.utf8), by: passkey.entry.statement.principal,
            for: .signIn, at: now)
        switch verdict {
        case .success: return await sessions.begin(passkey, at: now)
        case .failure(.keyNotListed) where !signers.lists(passkey):
            throw StatementRefusal(
                .signature,
                "The owner of the ledger has not confirmed the passkey \(passkey.key.fingerprint), or "
                    + "no longer does.")
        case .failure(let fault): throw Self.refusal(fault)
        }
    }
}
