import Attestation
package import LedgerStorage
package import Rollout

/// The line of a list of signers that lets somebody sign with a passkey.
package struct ConfirmPasskey: Sendable {
    private let key: KeyFingerprint

    /// The fingerprint is the one that the person has read out.
    package init(_ key: KeyFingerprint) { self.key = key }

    package func line(in location: LedgerLocation) async throws -> String {
        let (signers, enrolments) = try await ReadEnrolments.read(location)
        guard let found = enrolments.passkeys.first(where: { $0.key.fingerprint == key }) else {
            let waiting = enrolments.passkeys.filter { !signers.lists($0) }
            throw OperationFailure.passkey(
                .noSuchKey(key, enrolled: waiting.map(\.key.fingerprint)))
        }
        guard !signers.lists(found) else { throw OperationFailure.passkey(.listedAlready(key)) }
        let purposes = [SignatureNamespace.statement, .signIn].map(\.text).joined(separator: ",")
        return "\(found.entry.statement.principal) namespaces=\"\(purposes)\" \(found.key.line)"
    }
}
