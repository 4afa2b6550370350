package import Rollout

/// The lists of signers of a ledger, one after the other, and which of them count.
///
/// The first list speaks for itself; each later one must be signed by the owner that the list before
/// it names, with a key that that list has. What does not hold leaves the list before it in force.
package struct SignersHistory: Sendable {
    /// A list on record.
    package struct List: Sendable {
        package let entry: Entry
        package let record: SignersRecord
        /// The text of the list.
        package let text: String
        /// Why it does not count; nil where it does.
        package let fault: SignersFault?
        package let key: SignerKey?
        package let allowed: AllowedSigners
        fileprivate let verifier: SignatureVerifier
        fileprivate let people: ListedPeople
    }

    /// In the order of the ledger.
    package let lists: [List]
    private let counting: [List]

    package static let none = SignersHistory([]) { _ in "" }

    /// - Parameters:
    ///   - entries: The entries of `SignersRecord.rollout`.
    ///   - logKeys: The keys that sign for the ledger, and for nobody.
    ///   - stored: Reads the text of a list that is kept beside the ledger.
    /// - Throws: What `stored` throws.
    package init<Failure>(
        _ entries: [Entry], logKeys: Set<KeyFingerprint> = [],
        stored: (FileReference) throws(Failure) -> String
    ) throws(Failure) {
        var lists: [List] = []
        var current: List?
        for entry in entries {
            guard case .signers(let record) = entry.statement.body,
                entry.statement.rollout == SignersRecord.rollout
            else { continue }
            let text =
                switch record.allowed {
                case .inline(let text): text
                case .stored(let file): try stored(file)
                }
            let allowed = AllowedSigners(text.utf8, zone: .utc)
            let own = SignatureVerifier(
                allowed: allowed,
                revoked: RevokedKeys(record.revoked.utf8), logKeys: logKeys,
                origins: record.origins)
            var (fault, key) = Self.judge(entry, record, by: current, own)
            if fault == nil { fault = Self.order(entry, after: lists, current) }
            let list = List(
                entry: entry, record: record, text: text, fault: fault, key: key, allowed: allowed,
                verifier: own, people: ListedPeople(allowed))
            lists.append(list)
            if fault == nil { current = list }
        }
        self.lists = lists
        counting = lists.filter { $0.fault == nil }
    }

    private static func judge(
        _ entry: Entry, _ record: SignersRecord, by current: List?, _ own: SignatureVerifier
    ) -> (SignersFault?, SignerKey?) {
        guard let signature = entry.signature else { return (.unsigned, nil) }
        let owner = current?.record.owner ?? record.owner
        guard entry.statement.principal == owner else { return (.notTheOwner(owner), nil) }
        let verdict = (current?.verifier ?? own).verify(
            signature.utf8, over: entry.statement.canonicalBytes, by: owner, for: .statement,
            at: entry.recordedAt)
        switch verdict {
        case .success(let key): return (nil, key)
        case .failure(let fault): return (.signature(fault), nil)
        }
    }

    /// Why a list that the owner signed does not follow those before it: an old list must not bring
    /// back keys that a newer one withdrew.
    private static func order(
        _ entry: Entry, after lists: [List], _ current: List?
    ) -> SignersFault? {
        if let earlier = lists.first(where: { $0.entry.statement == entry.statement }) {
            return .replayed(of: earlier.entry.sequence)
        }
        guard let current, entry.statement.madeAt < current.entry.statement.madeAt else {
            return nil
        }
        return .older(than: current.entry.sequence)
    }

    /// The list in force; nil where none is.
    package var current: List? { counting.last }

    /// How the statement of an entry is authenticated.
    ///
    /// A signature must hold by the list that was in force when the ledger took it, at that moment,
    /// and by the list in force now.
    package func authentication(of entry: Entry) -> Authentication {
        guard let signature = entry.signature else { return .none }
        if case .enrolment(let enrolment) = entry.statement.body {
            // That the passkey is somebody's is said by the list of signers alone.
            let proof = enrolment.proof(
                signature, of: entry.statement, on: origins(whenTaken: entry.sequence))
            if case .failure(let fault) = proof { return .refused(fault) }
            return .unverified
        }
        guard let current, let then = list(whenTaken: entry.sequence) else { return .unverified }
        let bytes = entry.statement.canonicalBytes
        func verify(by list: List) -> Result<SignerKey, SignatureFault> {
            list.verifier.verify(
                signature.utf8, over: bytes, by: entry.statement.principal, for: .statement,
                at: entry.recordedAt)
        }
        switch verify(by: then) {
        case .failure(let fault): return .refused(fault)
        case .success(let key):
            guard then.entry.sequence != current.entry.sequence else { return .key(key) }
            switch verify(by: current) {
            case .success(let key): return .key(key)
            case .failure(let fault): return .withdrawn(key, fault)
            }
        }
    }

    /// The list that was in force when the ledger took an entry; the first one for what came before.
    private func list(whenTaken sequence: Int) -> List? {
        counting.last { $0.entry.sequence < sequence } ?? counting.first
    }

    /// Where pages might have people sign when the ledger took an entry.
    package func origins(whenTaken sequence: Int) -> [PageOrigin] {
        list(whenTaken: sequence)?.record.origins ?? []
    }

    /// Who might record the next list of signers when the ledger took an entry; nil where nobody might.
    package func owner(whenTaken sequence: Int) -> Principal? {
        list(whenTaken: sequence)?.record.owner
    }

    /// Who else is whom a statement names, signed or not.
    ///
    /// Names are one person where the list says so that was in force when the ledger took the
    /// statement, or the one in force now: an edit of the list must not make two people of one.
    ///
    /// - Parameters:
    ///   - actor: Who acts, and for whom.
    ///   - sequence: The number of the entry; nil for what is about to be recorded.
    ///   - isOfThen: Only the list of when it was recorded is asked.
    /// - Returns: The other names of each of the two.
    package func otherNames(
        of actor: Actor, at sequence: Int?, onlyThen isOfThen: Bool = false
    ) -> OtherNames {
        let then = sequence.flatMap { list(whenTaken: $0) }
        let lists = [then, isOfThen && then != nil ? nil : current].compactMap(\.self)
        func others(_ name: Principal?) -> Set<Principal> {
            guard let name else { return [] }
            return lists.reduce(into: []) { $0.formUnion($1.people.otherNames(of: name)) }
        }
        return OtherNames(
            principal: others(actor.principal), member: others(actor.onBehalfOf))
    }

    /// Whether a signature over a statement that is about to be recorded would count.
    package func verify(
        _ signature: String, over statement: Statement, at instant: Instant
    ) -> Result<SignerKey, SignatureFault>? {
        current?.verifier.verify(
            signature.utf8, over: statement.canonicalBytes, by: statement.principal,
            for: .statement, at: instant)
    }

    /// The key of a signature that counted once, by a list that is or was in force; nil where none did.
    package func onceCounting(_ signature: String, over statement: Statement) -> SignerKey? {
        let bytes = statement.canonicalBytes
        for list in counting {
            let verdict = list.verifier.verify(
                signature.utf8, over: bytes, by: statement.principal, for: .statement,
                at: max(list.entry.recordedAt, statement.madeAt))
            if case .success(let key) = verdict { return key }
        }
        return nil
    }

    /// Decides by the list in force; nil where none is.
    package var verifier: SignatureVerifier? { current?.verifier }
}
