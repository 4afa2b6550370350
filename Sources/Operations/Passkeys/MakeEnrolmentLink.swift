import Attestation
package import LedgerStorage
package import Rollout

/// Lets somebody make a passkey, once, with a link that the owner of the ledger signs.
package struct MakeEnrolmentLink: Sendable {
    private let person: Principal
    private let until: Instant
    private let method: SigningMethod

    /// - Parameters:
    ///   - person: Who is to have the passkey, as the roles of checklists name people.
    ///   - until: The first moment at which the link is of no use.
    ///   - method: How it is signed, which it has to be.
    package init(_ person: Principal, until: Instant, signing method: SigningMethod) {
        self.person = person
        self.until = until
        self.method = method
    }

    /// A link that was recorded.
    package struct Made: Sendable {
        package let entry: Entry
        /// The address of the page, with the secret where no proxy and no log sees it.
        ///
        /// It is kept nowhere else.
        package let address: String
    }

    package func callAsFunction(
        by principal: Principal, in location: LedgerLocation, at now: Instant
    ) async throws -> Made {
        let signers = try await ReadSigners.read(location)
        guard let current = signers.current, principal == current.record.owner else {
            throw OperationFailure.passkey(
                .enrolment(.notTheOwner(signers.current?.record.owner)))
        }
        guard let page = current.record.origins.first else {
            throw OperationFailure.passkey(.noPage)
        }
        let secret = RandomToken.text()
        let link = EnrolmentLink(
            person: person, token: ContentDigest(of: secret.utf8), until: until)
        let signed = try await StatementSigning(
            method: method, isRequired: true, signers: signers, now: now
        ).choosing(for: principal).sign(link.statement(by: principal, at: now))
        let ledger = location.ledger()
        let made = try await ledger.append([signed.draft], at: now)
        try await ledger.close()
        guard let entry = made.last else {
            throw LedgerError(location, .failed(reason: "it did not say that the entry was kept"))
        }
        return Made(entry: entry, address: "\(page.text)/enrol#\(secret)")
    }
}
