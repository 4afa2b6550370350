package import Rollout

/// The links of a ledger that let people make passkeys, and what was enrolled with them.
package struct Enrolments: Sendable {
    /// A link on record.
    package struct Link: Sendable {
        package let entry: Entry
        package let link: EnrolmentLink
        /// Why it counted for nothing when it was recorded; nil where it did.
        package let fault: EnrolmentFault?
        /// Why it can be used no more: the owner's key was withdrawn since.
        let withdrawal: SignatureFault?
    }

    /// A passkey on record.
    package struct Passkey: Sendable {
        package let entry: Entry
        package let enrolment: Enrolment
        package let key: SSHKey
    }

    package private(set) var links: [Link] = []
    /// Those whose enrolment counts, in the order of the ledger.
    package private(set) var passkeys: [Passkey] = []
    /// Why enrolments on record count for nothing, by the numbers of their entries.
    package private(set) var faults: [Int: EnrolmentFault] = [:]
    private let signers: SignersHistory

    /// The entries are those of `EnrolmentLink.rollout`.
    package init(_ entries: [Entry], _ signers: SignersHistory) {
        self.signers = signers
        for entry in entries where entry.statement.rollout == EnrolmentLink.rollout {
            switch entry.statement.body {
            case .enrolmentLink(let link):
                let how = signers.authentication(of: entry)
                let withdrawal: SignatureFault? =
                    if case .withdrawn(_, let fault) = how { fault } else { nil }
                links.append(
                    Link(
                        entry: entry, link: link, fault: fault(of: entry, how.whenRecorded),
                        withdrawal: withdrawal))
            case .enrolment(let enrolment):
                do throws(EnrolmentFault) {
                    let key = try passkey(
                        enrolment, entry.statement, entry.signature ?? "", entry.sequence,
                        at: entry.recordedAt)
                    passkeys.append(Passkey(entry: entry, enrolment: enrolment, key: key))
                } catch { faults[entry.sequence] = error }
            default: continue
            }
        }
    }

    /// Only who records the lists of signers lets people make passkeys.
    private func fault(of entry: Entry, _ how: Authentication) -> EnrolmentFault? {
        let owner = signers.owner(whenTaken: entry.sequence)
        guard let owner, entry.statement.principal == owner else { return .notTheOwner(owner) }
        switch how {
        case .key, .withdrawn: return nil
        case .refused(let fault): return .signature(fault)
        case .none, .unverified: return .notTheOwner(owner)
        }
    }

    /// The link of a secret that can be used at a moment.
    package func link(
        token: ContentDigest, at now: Instant
    ) throws(EnrolmentFault) -> EnrolmentLink {
        try link(token, isNew: true, at: now)
    }

    private func link(
        _ token: ContentDigest, isNew: Bool, at now: Instant
    ) throws(EnrolmentFault) -> EnrolmentLink {
        guard let found = links.last(where: { $0.link.token == token }) else { throw .noSuchLink }
        if let fault = found.fault { throw fault }
        // What was enrolled before stays, and counts by the list of signers.
        if isNew, let withdrawal = found.withdrawal { throw .signature(withdrawal) }
        guard now < found.link.until else { throw .ended(found.link.until) }
        if let used = passkeys.first(where: { $0.enrolment.tokenDigest == token }) {
            throw .used(entry: used.entry.sequence)
        }
        return found.link
    }

    /// The passkey that a statement enrols; the number of the entry is the largest one where it is about
    /// to be recorded.
    private func passkey(
        _ enrolment: Enrolment, _ statement: Statement, _ signature: String, _ sequence: Int,
        at now: Instant
    ) throws(EnrolmentFault) -> SSHKey {
        let link = try link(enrolment.tokenDigest, isNew: sequence == .max, at: now)
        guard statement.principal == link.person else { throw .otherPerson(link.person) }
        guard statement.checklist == enrolment.tokenDigest,
            statement.rollout == EnrolmentLink.rollout
        else { throw .noSuchLink }
        let key: SSHKey
        do throws(SignatureFault) {
            key = try enrolment.passkey()
            _ = try enrolment.proof(
                signature, of: statement, on: signers.origins(whenTaken: sequence)
            ).get()
        } catch { throw .signature(error) }
        if let known = passkeys.first(where: {
            $0.key == key || $0.enrolment.credential == enrolment.credential
        }) {
            throw .known(entry: known.entry.sequence)
        }
        return key
    }

    /// Why links and passkeys on record counted for nothing from the beginning, by the numbers of their
    /// entries.
    package var allFaults: [(entry: Int, fault: EnrolmentFault)] {
        let links = links.compactMap { link in link.fault.map { (link.entry.sequence, $0) } }
        return (links + faults.map { ($0.key, $0.value) }).sorted { $0.0 < $1.0 }
            .map { (entry: $0.0, fault: $0.1) }
    }

    /// The passkey that a browser knows by a name; nil where none was enrolled.
    package func passkey(credential: String) -> Passkey? {
        passkeys.first { $0.enrolment.credential == credential }
    }
}
