/// The entries about a checklist's id, sorted by what they are about; the instant comes later.
///
/// An entry is named by its place in `entries`. A class, because every judge of a step and of a
/// check holds it; nothing changes it once it is made.
final class EvidenceIndex {
    let checklist: Checklist
    /// In the order of the ledger.
    let entries: [Entry]
    /// Since when each entry is known, by its place: none was taken later than one that follows it,
    /// whatever its clock said.
    let known: [Instant]
    /// Why each entry is about another rollout, by its place; nil for those about this one.
    let foreign: [ForeignReason?]
    /// Why each entry does not count for how it is authenticated, by its place; nil for those that
    /// may count.
    let objections: [AuthenticationReason?]
    /// The numbers of entries with files that can no longer be shown: no yes of them counts.
    let notKept: Set<Int>
    /// By the step that they are about; only those about this rollout, and of checks only those
    /// that may count.
    private(set) var checks: [StepID: [Int]] = [:]
    private(set) var signOffs: [StepID: [Int]] = [:]
    private(set) var waivers: [StepID: [Int]] = [:]
    private(set) var requests: [StepID: [Int]] = [:]
    /// Who asked for the change of each step.
    private(set) var requested: [StepID: RequestedChange] = [:]
    /// By what was decided; only those about this rollout.
    private(set) var decisions: [DecisionSubject: [Int]] = [:]
    /// The answers to roll calls, by what is to be decided; only those about this rollout.
    private(set) var polls: [DecisionSubject: [Int]] = [:]
    private var overtaken = OvertakenChecks()
    /// Why outcomes of checks do not count, by their places; nil for those that may count.
    private(set) var checkObjections: [Int: CheckObjection] = [:]
    /// The outcomes that were seen from where the step does not ask for.
    private(set) var unasked: [StepID: [Int]] = [:]
    /// Why the newest outcome of a step's checks that does not count does not.
    private(set) var checksElsewhere: [StepID: CheckObjection] = [:]
    /// The newest sign-off of a step that was made for another rollout.
    private(set) var signOffsElsewhere: [StepID: ForeignReason] = [:]
    /// The places of revocations, in the order of the ledger.
    private(set) var revocations: [Int] = []
    /// Whether a revocation counts, by its place.
    private(set) var revocationReasons: [Int: RevocationReason] = [:]
    /// By the sequence of the entry that is taken back: the place of the revocation that counts.
    private(set) var takenBack: [Int: Int] = [:]
    /// The places of editorial changes, in the order of the ledger.
    private(set) var editorials: [Int] = []
    /// Which older wordings count as those of today.
    private(set) var carried = Editorials.none
    /// For each `not-by` reference, who signed a step that it names.
    private(set) var excluded: [StepID: [PersonMark: Exclusion]] = [:]
    /// Who signed each step.
    private(set) var people: [StepID: StepPeople] = [:]
    /// The names that each key signed under, whatever it was about.
    let names: [KeyFingerprint: Set<Principal>]
    /// For each `not-by` reference, who approved a step that has it, and that step.
    private(set) var approved: [StepID: [Principal: StepID]] = [:]

    /// Judges what was said of rewordings at an instant.
    convenience init(
        _ entries: [Entry], about checklist: Checklist, at instant: Instant,
        notKept: Set<Int> = []
    ) {
        self.init(entries, about: checklist, notKept: notKept)
        carried = Editorials(self, at: instant)
    }

    /// The same index without what was recorded after the first entries.
    ///
    /// What is said of a rewording today holds for evidence of any time, as do the rules of today.
    func first(_ count: Int) -> EvidenceIndex {
        let first = EvidenceIndex(
            Array(entries.prefix(count)), about: checklist, notKept: notKept)
        first.carried = carried
        return first
    }

    private init(_ entries: [Entry], about checklist: Checklist, notKept: Set<Int>) {
        self.checklist = checklist
        self.notKept = notKept
        let own = entries.filter { $0.statement.rollout.id == checklist.id }
        let isInOrder = zip(own, own.dropFirst()).allSatisfy { $0.sequence < $1.sequence }
        self.entries = isInOrder ? own : own.sorted(by: Self.isEarlier)
        foreign = self.entries.map { checklist.foreignness(of: $0.statement) }
        objections = AuthenticationObjections(self.entries, in: checklist).reasons
        known = Self.known(self.entries)
        names = self.entries.reduce(into: [:]) { names, entry in
            guard let key = entry.authentication.signer?.fingerprint else { return }
            names[key, default: []].insert(entry.statement.principal)
        }
        for place in self.entries.indices { file(place) }
        judgeRevocations()
        people = signOffs.mapValues { places in
            StepPeople(
                places.filter { objections[$0] == nil }, of: self.entries, takenBack: takenBack)
        }
        for (id, places) in requests {
            requested[id] = checklist.step(id).flatMap { step in
                RequestedChange(places.map { self.entries[$0] }, of: step, in: checklist)
            }
        }
        gatherExcluded()
        approved = Self.approved(in: self)
    }

    /// The voice of a sign-off.
    func signer(_ place: Int, _ role: RoleID) -> Signer {
        let statement = entries[place].statement
        let person = statement.step.flatMap { people[$0.id]?.persons[place] } ?? place
        return Signer(principal: statement.actor.represented, role: role, person: person)
    }

    /// The order of the ledger; where two entries claim one place, still the same order always.
    private static func isEarlier(_ left: Entry, _ right: Entry) -> Bool {
        (left.sequence, left.recordedAt, left.digest)
            < (right.sequence, right.recordedAt, right.digest)
    }

    private static func known(_ entries: [Entry]) -> [Instant] {
        var known = entries.map(\.recordedAt)
        for place in known.indices.dropLast().reversed() {
            known[place] = min(known[place], known[place + 1])
        }
        return known
    }

    /// How many entries, from the first on, were known at an instant.
    func count(knownAt instant: Instant) -> Int {
        known.partitioningIndex { $0 > instant }
    }

    /// From where a check was carried out; nil where that has no name.
    func site(_ place: Int) -> SiteID? { entries[place].statement.site.map { SiteID($0) } }

    /// When the observation of a check was made, at the latest: a clock that runs ahead makes
    /// nothing fresher.
    func observed(_ place: Int) -> Instant {
        guard case .check(let report) = entries[place].statement.body else {
            return entries[place].recordedAt
        }
        return min(report.observedAt, entries[place].recordedAt)
    }

    /// Up to which place a waiver covers: who signed it could not know of what was said of the step
    /// later, however late the ledger took the waiver.
    func given(_ place: Int) -> Int {
        let entry = entries[place]
        guard entry.authentication.signer != nil, let step = entry.statement.step?.id else {
            return place
        }
        let unknown = (checks[step, default: []] + signOffs[step, default: []]).filter {
            $0 < place && entries[$0].statement.madeAt > entry.statement.madeAt
        }
        return unknown.min().map { $0 - 1 } ?? place
    }

    private func file(_ place: Int) {
        let statement = entries[place].statement
        switch statement.body {
        case .decision(let decision) where foreign[place] == nil:
            decisions[DecisionSubject(decision), default: []].append(place)
        case .poll(let poll) where foreign[place] == nil:
            polls[DecisionSubject(poll.phase, poll.question), default: []].append(place)
        case .revocation: revocations.append(place)
        case .editorial: editorials.append(place)
        default:
            guard let step = statement.step?.id else { return }
            file(place, about: step)
        }
    }

    private func file(_ place: Int, about step: StepID) {
        switch (entries[place].statement.body, foreign[place]) {
        case (.check, _):
            let objection =
                checkObjection(place)
                ?? overtaken.no(after: entries[place], observed(place)).map {
                    .madeBefore(entry: $0)
                }
            if let objection {
                checkObjections[place] = objection
                if case .siteNotAsked = objection { unasked[step, default: []].append(place) }
                checksElsewhere[step] = objection
            } else {
                checks[step, default: []].append(place)
            }
        case (.signOff, nil): signOffs[step, default: []].append(place)
        case (.signOff, let reason?): signOffsElsewhere[step] = reason
        case (.waiver, nil): waivers[step, default: []].append(place)
        case (.request, nil): requests[step, default: []].append(place)
        default: break
        }
    }

    private func checkObjection(_ place: Int) -> CheckObjection? {
        if let reason = foreign[place] { return .foreign(reason) }
        let principal = entries[place].statement.principal
        if let runners = checklist.runners, !runners.contains(principal) {
            return .notARunner(principal)
        }
        let statement = entries[place].statement
        if let objection = checklist.objection(
            toCheckOf: statement.step?.id, from: site(place), by: principal)
        {
            return objection
        }
        if let reason = objections[place] { return .unauthenticated(reason) }
        return isNotKept(place) ? .notKept : nil
    }

    private func judgeRevocations() {
        guard !revocations.isEmpty else { return }
        let places = Dictionary(entries.indices.map { (entries[$0].sequence, $0) }) { first, _ in
            first
        }
        for place in revocations {
            guard case .revocation(let revocation) = entries[place].statement.body else { continue }
            let target = places[revocation.entry.sequence]
            let reason = reason(of: place, revocation, target)
            revocationReasons[place] = reason
            if reason == .counts { takenBack[revocation.entry.sequence] = place }
        }
    }

    private func reason(
        of place: Int, _ revocation: Revocation, _ target: Int?
    ) -> RevocationReason {
        if let reason = foreign[place] { return .foreign(reason) }
        if let reason = revocationObjection(place, target) { return .unauthenticated(reason) }
        guard let target, target < place, foreign[target] == nil,
            entries[target].digest == revocation.entry.digest,
            entries[target].statement.step?.id == entries[place].statement.step?.id
        else { return .noSuchEntry }
        // What was taken back once cannot be taken back again: the first one says by whom.
        if let first = takenBack[revocation.entry.sequence] {
            return .takenBackAlready(
                by: entries[first].statement.principal, entry: entries[first].sequence)
        }
        if let objection = RevocationRule.objection(
            by: entries[place].statement.actor, to: entries[target], in: checklist,
            at: entries[place].recordedAt)
        {
            return objection
        }
        // Whoever types a name must not undo what a key proved.
        guard entries[place].authentication.signer == nil, let signed = signed(behind: target)
        else { return .counts }
        return .unsignedOverSigned(entry: entries[signed].sequence)
    }

    /// The place of what somebody signed that goes when an entry is taken back: the entry itself, or the
    /// rejection whose place an unsigned one of the same voice took.
    private func signed(behind target: Int) -> Int? {
        let entry = entries[target]
        guard entry.authentication.signer == nil else { return target }
        guard case .signOff = entry.statement.body, entry.statement.body.isNo,
            let step = entry.statement.step?.id
        else { return nil }
        let last = signOffs[step, default: []].last {
            let other = entries[$0]
            return $0 < target && other.authentication.signer != nil && objections[$0] == nil
                && other.statement.role == entry.statement.role
                && other.statement.actor.represented == entry.statement.actor.represented
        }
        guard let last, entries[last].statement.body.isNo,
            takenBack[entries[last].sequence] == nil
        else { return nil }
        return last
    }

    /// To take back what is no rejection is a no, which stands although its key was withdrawn.
    private func revocationObjection(_ place: Int, _ target: Int?) -> AuthenticationReason? {
        if case .withdrawn = objections[place], let target, !entries[target].statement.body.isNo {
            return nil
        }
        return objections[place]
    }

    private func gatherExcluded() {
        for reference in Set(checklist.steps.flatMap { $0.signOff?.notBy ?? [] }) {
            var signed: [PersonMark: (step: StepID, spans: [TimeSpan])] = [:]
            for step in checklist.steps(named: reference) {
                for place in signOffs[step.id, default: []] where objections[place] == nil {
                    let ends = takenBack[entries[place].sequence].map { entries[$0].recordedAt }
                    for mark in entries[place].marks {
                        signed[mark, default: (step.id, [])].step = step.id
                        signed[mark]?.spans.append(TimeSpan(known[place], ends ?? .latest))
                    }
                }
            }
            excluded[reference] = signed.mapValues {
                Exclusion(step: $0.step, spans: TimeSpan.merged($0.spans))
            }
        }
    }
}
