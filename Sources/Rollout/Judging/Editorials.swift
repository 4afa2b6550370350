/// The editorial changes on record, and which older wordings count as those of today by them.
struct Editorials {
    /// Why each counts or not, by the place of its entry.
    private(set) var reasons: [Int: EditorialReason] = [:]
    /// For each step the digests of older wordings that count as that of today, with the entries
    /// of the editorial changes that lead from there to it.
    private(set) var carried: [StepID: [ContentDigest: [Int]]] = [:]

    /// The places of entries that are not carried over: the same person, or the same check from the
    /// same site, said no later for a wording in between that nobody called the same.
    private(set) var overtaken: Set<Int> = []

    /// Nothing is carried over.
    static let none = Editorials()

    private init() {}

    /// Judges those of an index at an instant; one that is dated later does not count yet.
    init(_ index: EvidenceIndex, at instant: Instant) {
        var open: [StepID: [(place: Int, editorial: Editorial)]] = [:]
        for place in index.editorials {
            let statement = index.entries[place].statement
            guard case .editorial(let editorial) = statement.body, let step = statement.step else {
                continue
            }
            if let objection = Self.objection(to: editorial, at: place, index, instant) {
                reasons[place] = objection
            } else {
                open[step.id, default: []].append((place, editorial))
            }
        }
        for (id, candidates) in open {
            guard let step = index.checklist.step(id) else { continue }
            follow(candidates, back: step, index)
            overtaken.formUnion(
                OvertakenEvidence(of: step, carried[id, default: [:]], index).places)
        }
    }

    private static func objection(
        to editorial: Editorial, at place: Int, _ index: EvidenceIndex, _ instant: Instant
    ) -> EditorialReason? {
        let entry = index.entries[place]
        let statement = entry.statement
        guard let reference = statement.step else { return .stepRemoved }
        if let foreign = index.foreign[place] { return .foreign(foreign) }
        if let reason = index.objections[place] { return .unauthenticated(reason) }
        // To take one back is a no, which counts at once.
        if let taken = index.takenBack[entry.sequence] {
            let revocation = index.entries[taken]
            return .takenBack(
                by: revocation.statement.principal, at: revocation.recordedAt,
                entry: revocation.sequence)
        }
        guard entry.recordedAt <= instant else { return .datedAhead(entry.recordedAt) }
        return EditorialRule.objection(
            to: editorial, leadingTo: reference.digest, of: index.checklist.step(reference.id),
            by: statement.actor, for: statement.role, at: entry.recordedAt, in: index.checklist)
    }

    /// Goes back from the wording of today, one editorial change after the other.
    private mutating func follow(
        _ candidates: [(place: Int, editorial: Editorial)], back step: Step, _ index: EvidenceIndex
    ) {
        var paths: [ContentDigest: [Int]] = [step.digest: []]
        var next = [step.digest]
        while let digest = next.popLast() {
            for (place, editorial) in candidates where reasons[place] == nil {
                let entry = index.entries[place]
                guard entry.statement.step?.digest == digest else { continue }
                if let path = paths[editorial.from] {
                    reasons[place] = path.first.map { .saidAlready(entry: $0) } ?? .sameWording
                    continue
                }
                reasons[place] = .counts
                paths[editorial.from] = [entry.sequence] + paths[digest, default: []]
                next.append(editorial.from)
            }
        }
        for (place, _) in candidates where reasons[place] == nil { reasons[place] = .otherWording }
        paths[step.digest] = nil
        carried[step.id] = paths
    }
}

extension EvidenceIndex {
    /// The digest of the wording that the entry at a place counts for: that of today where an
    /// editorial change leads there; nil for an entry that is about no step.
    func wording(_ place: Int) -> ContentDigest? {
        guard let reference = entries[place].statement.step else { return nil }
        guard carried.carried[reference.id]?[reference.digest] != nil,
            !carried.overtaken.contains(place)
        else { return reference.digest }
        return checklist.step(reference.id)?.digest
    }

    /// The editorial changes, by entry, through which the entry at a place counts for the wording
    /// of today; empty where it was made for that.
    func editorials(behind place: Int) -> [Int] {
        guard let reference = entries[place].statement.step, !carried.overtaken.contains(place)
        else { return [] }
        return carried.carried[reference.id]?[reference.digest] ?? []
    }

    /// Every editorial change on record, in the order of the ledger.
    var editorialAssessments: [EditorialAssessment] {
        guard !editorials.isEmpty else { return [] }
        var carries: [Int: [Int]] = [:]
        for place in [checks, signOffs, waivers].flatMap(\.values).joined()
        where takenBack[entries[place].sequence] == nil {
            for entry in editorials(behind: place) {
                carries[entry, default: []].append(entries[place].sequence)
            }
        }
        return editorials.compactMap { place in
            let entry = entries[place]
            guard case .editorial(let editorial) = entry.statement.body,
                let step = entry.statement.step, let reason = carried.reasons[place]
            else { return nil }
            return EditorialAssessment(
                entry: entry, editorial: editorial, step: step.id, reason: reason,
                carries: carries[entry.sequence, default: []].sorted())
        }
    }
}
