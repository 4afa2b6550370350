package import Attestation
package import LedgerStorage
import Rollout

/// Reads the links that let people make passkeys, and what was enrolled with them.
package enum ReadEnrolments {
    package static func read(
        _ location: LedgerLocation
    ) async throws -> (signers: SignersHistory, enrolments: Enrolments) {
        let ledger = location.ledger()
        let lists = try await ledger.reading(of: SignersRecord.rollout.id, asOf: .everything)
        let reading = try await ledger.reading(of: EnrolmentLink.rollout.id, asOf: .everything)
        try await ledger.close()
        let signers = try ReadSigners.history(lists.entries, location)
        return (signers, Enrolments(reading.entries, signers))
    }
}

extension SignersHistory {
    /// Whether the list in force gives a passkey to whom it was enrolled for.
    package func lists(_ passkey: Enrolments.Passkey) -> Bool {
        current?.allowed.signers.contains {
            !$0.isAuthority && $0.key == passkey.key
                && $0.principals.match(passkey.entry.statement.principal.text)
        } ?? false
    }
}
