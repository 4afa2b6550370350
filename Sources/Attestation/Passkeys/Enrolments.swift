package import Rollout

/// The links of a ledger that let people make passkeys, and what was enrolled with them.
package struct Enrolments: Sendable {
    /// A link on record.
    package struct Link: Sendable {
        package let entry: Entry
        package let link: EnrolmentLink
        /// Why it counts for nothing; nil where it does.
        package let fault: EnrolmentFault?
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
                links.append(Link(entry: entry, link: link, fault: fault(of: entry)))
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
    private func fault(of entry: Entry) -> EnrolmentFault? {
        let owner = signers.owner(whenTaken: entry.sequence)
        guard let owner, entry.statement.principal == owner else { return .notTheOwner(owner) }
        switch signers.authentication(of: entry) {
        case .key: return nil
        case .withdrawn(_, let fault), .refused(let fault): return .signature(fault)
        case .none, .unverified: return .notTheOwner(owner)
        }
    }

    /// The link of a secret that can be used at a moment.
    package func link(
        token: ContentDigest, at now: Instant
    ) throws(EnrolmentFault) -> EnrolmentLink {
        guard let found = links.last(where: { $0.link.token == token }) else { throw .noSuchLink }
        if let fault = found.fault { throw fault }
        guard now < found.link.until else { throw .ended(found.link.until) }
        if let used = passkeys.first(where: { $0.enrolment.tokenDigest == token }) {
            throw .used(entry: used.entry.sequence)
        }
        return found.link
    }

    /// The passkey that a statement enrols, which is about to be recorded; throws why it is not.
    package func passkey(
        _ enrolment: Enrolment, _ statement: Statement, _ signature: String, at now: Instant
    ) throws(EnrolmentFault) -> SSHKey {
        try passkey(enrolment, statement, signature, .max, at: now)
    }

    private func passkey(
        _ enrolment: Enrolment, _ statement: Statement, _ signature: String, _ sequence: Int,
        at now: Instant
    ) throws(EnrolmentFault) -> SSHKey {
        let link = try link(token: enrolment.tokenDigest, at: now)
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

    /// The passkey that a browser knows by a name; nil where none was enrolled.
    package func passkey(credential: String) -> Passkey? {
        passkeys.first { $0.enrolment.credential == credential }
    }
}
