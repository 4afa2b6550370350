import Attestation
import ChecklistDecoding
import LedgerStorage
import Rollout

/// Judges what a server is about to record by the rules that an audit judges it by afterwards.
///
/// What it read of a rollout stays in memory, so that each entry is read and verified once.
actor RuleAdmission {
    private let location: LedgerLocation
    private let ledger: any ServedLedger
    /// How much of the ledger was looked at, and the newest of it.
    private var size = 0
    private var newest: LedgerState.Newest?
    private var known: [String: RolloutHistory] = [:]
    /// How statements are authenticated that were judged last, by what was said.
    private var judged: [ContentDigest: Authentication] = [:]
    /// Texts that are on record, which they stay.
    private var checklists: [RecordRules.Subject: Checklist] = [:]

    /// How many entries of one rollout stay in memory as a whole.
    private let mostWhole: Int

    /// How many entries, and how many texts, stay in memory.
    private static let mostKept = (entries: 1 << 17, texts: 512)
    /// How many entries are looked at in one go, and, where no more are known, before a rollout is
    /// rather read anew.
    private static let mostAtOnce = 8192

    /// Statements that come together, and how each of them is authenticated.
    struct Request: Sendable {
        let drafts: [Draft]
        let authentications: [Authentication]
    }

    init(_ location: LedgerLocation, mostWhole: Int) {
        self.location = location
        self.mostWhole = mostWhole
        ledger = location.servedLedger()
    }

    func close() async throws { try await ledger.close() }

    /// Why each request may not be recorded behind those before it, in their order; nil where it may.
    ///
    /// Those that are refused are as if they had not come. What goes wrong with the ledger while a request
    /// is judged is its reason, too.
    func objections(
        to requests: [Request], _ signers: SignersHistory, at now: Instant
    ) async -> [(any Error)?] {
        var objections: [(any Error)?] = requests.map { _ in nil }
        do {
            try await bringUp(
                signers, for: requests.flatMap(\.drafts).map(\.statement.rollout.id))
        } catch {
            return requests.map { _ in error }
        }
        while true {
            let before = objections.count { $0 != nil }
            let left = requests.indices.filter { objections[$0] == nil }
            let rollouts = Set(left.flatMap { requests[$0].drafts.map(\.statement.rollout.id) })
            for rollout in rollouts.sorted() {
                let about = left.filter { place in
                    requests[place].drafts.contains { $0.statement.rollout.id == rollout }
                }
                do {
                    let found = try await refusals(
                        of: about.map { ($0, requests[$0]) }, about: rollout, signers, at: now)
                    for (place, error) in found { objections[place] = error }
                } catch {
                    for place in about { objections[place] = error }
                }
            }
            // Without those that are refused, others may count for less.
            guard objections.count(where: { $0 != nil }) > before else { return objections }
        }
    }

    /// A statement that is not on record, as the entry that it would be.
    private struct Candidate {
        let entry: Entry
        let digest: ContentDigest
        /// The request that it came with.
        let place: Int
    }

    private func refusals(
        of requests: [(place: Int, request: Request)], about rollout: String,
        _ signers: SignersHistory, at now: Instant
    ) async throws -> [Int: any Error] {
        // An outcome of a check is judged by the text alone.
        let wantsHistory = requests.contains { one in
            one.request.drafts.contains {
                $0.statement.isMadeOnText && $0.statement.body.kind != .check
            }
        }
        let history =
            wantsHistory
            ? try await history(of: rollout, signers)
            : known[rollout] ?? RolloutHistory(mostWhole: mostWhole)
        let time = (try? ClockRule.present(now: now, newest: newest, location)) ?? now
        var said: Set<ContentDigest> = []
        var candidates: [Candidate] = []
        var refusals: [Int: any Error] = [:]
        for (place, request) in requests {
            for (draft, authentication) in zip(request.drafts, request.authentications)
            where draft.statement.rollout.id == rollout {
                let prepared: PreparedDraft
                do throws(LedgerError) {
                    prepared = try PreparedDraft(draft, location)
                    try prepared.requireRoom(location)
                } catch {
                    refusals[place] = StatementRefusal.of(error)
                    continue
                }
                if let digest = SaidDigest(of: prepared)?.digest {
                    guard !history.said.contains(digest), said.insert(digest).inserted
                    else { continue }
                    judged[digest] = authentication
                }
                let entry = Entry(
                    sequence: size + candidates.count + 1, recordedAt: time,
                    ordinal: history.count + candidates.count + 1,
                    rollouts: ContentDigest(of: []), statement: draft.statement,
                    signature: draft.signature, digest: ContentDigest(of: []))
                candidates.append(
                    Candidate(
                        entry: entry.asRecorded(authentication, signers),
                        digest: ContentDigest(of: prepared.bytes), place: place))
            }
        }
        for candidate in candidates where refusals[candidate.place] == nil {
            guard let refusal = try await refusal(of: candidate.entry) else { continue }
            refusals[candidate.place] = refusal
        }
        let refused = Set(refusals.keys)
        candidates.removeAll { refused.contains($0.place) }
        var entries: [Entry]
        if let bearing = history.bearing(on: candidates.map { ($0.entry.statement, $0.digest) }) {
            entries = bearing
        } else {
            entries = try await prepared(
                ledger.reading(of: rollout, asOf: .entries(size)).entries, signers
            ).map(\.entry)
        }
        entries += candidates.map(\.entry)
        var byRules: [Int: any Error] = [:]
        let places = Dictionary(candidates.map { ($0.entry.sequence, $0.place) }) { first, _ in
            first
        }
        for subject in Set(candidates.compactMap { RecordRules.Subject($0.entry.statement) }) {
            let rules: RecordRules
            do {
                rules = RecordRules(
                    subject: subject,
                    checklist: try await checklist(of: subject, among: candidates))
            } catch let refusal as StatementRefusal {
                for one in candidates where subject.holds(one.entry.statement) {
                    refusals[one.place] = refusal
                }
                continue
            }
            for (sequence, sentence) in rules.refusals(among: entries) {
                guard let place = places[sequence] else { continue }
                byRules[place] = Self.refusal(sentence)
            }
        }
        // Those behind it may only be refused because of it: they are judged again without it.
        if let first = byRules.min(by: { $0.key < $1.key }) { refusals[first.key] = first.value }
        return refusals
    }

    private static func refusal(_ sentence: String) -> StatementRefusal {
        StatementRefusal(
            .rules,
            "By the rules of the text that it was made on it would count for nothing: \(sentence) "
                + "Have it said by somebody who may and on what there is, or have the checklist changed."
        )
    }

    /// What an audit finds in an entry whatever its text says.
    private func refusal(of entry: Entry) async throws -> StatementRefusal? {
        switch entry.statement.body {
        case .decision(let decision):
            let made = decision.ledger
            let stands = try await ledger.hashes { [size] hashes in
                try made.size <= size && hashes.extent(at: made.size) == made
            }
            return stands
                ? nil
                : Self.refusal("The ledger that the decision says it was made on is not this one.")
        case .checklistText:
            let statement = entry.statement
            if try await ledger.hasText(statement.checklist, for: statement.rollout) { return nil }
            var audit = TextAudit(location)
            audit.add(entry)
            return audit.findings.first.map {
                Self.refusal("The text cannot be read: \($0.words).")
            }
        default: return nil
        }
    }

    /// The text that statements were made on: the one on record, or the one that comes along.
    private func checklist(
        of subject: RecordRules.Subject, among candidates: [Candidate]
    ) async throws -> Checklist {
        if let found = checklists[subject] { return found }
        let recorded = try await ledger.texts(withDigestPrefix: subject.text.hex).first {
            $0.entry.statement.rollout == subject.rollout
        }
        let coming = candidates.lazy.map(\.entry).first {
            $0.statement.body.kind == .checklistText && $0.statement.rollout == subject.rollout
                && $0.statement.checklist == subject.text
        }
        guard let text = try recorded ?? coming.flatMap({ try StoredText($0, location.content) })
        else { throw StatementAdmission.noText(subject.text) }
        let checklist: Checklist
        do throws(OperationFailure) {
            checklist = try ChecklistLoader.one(text, for: subject.scope).checklist
        } catch {
            throw Self.refusal("The text cannot be judged for its target and values: \(error)")
        }
        guard checklist.rollout == subject.rollout else {
            throw Self.refusal(
                "The text is about \(checklist.rollout.id), and not about \(subject.rollout.id).")
        }
        if recorded != nil {
            if checklists.count >= Self.mostKept.texts { checklists = [:] }
            checklists[subject] = checklist
        }
        return checklist
    }

    /// Looks at what was added since it looked last, and makes room where too much is known.
    private func bringUp(_ signers: SignersHistory, for rollouts: [String]) async throws {
        // Those that were refused need not be known.
        defer { judged = [:] }
        let whole = try await ledger.extent().size
        let isKnown = known.values.reduce(0) { $0 + $1.count }
        if whole < size || whole - size > max(Self.mostAtOnce, isKnown) {
            known = [:]
            size = max(0, whole - 1)
        }
        while size < whole {
            let end = min(whole, size + Self.mostAtOnce)
            let added = try await ledger.bytes(of: (size + 1)...end).map {
                try Entry(canonicalBytes: $0)
            }
            try await add(added.filter { known[$0.statement.rollout.id] != nil }, signers)
            size = end
            newest = added.last.map { LedgerState.Newest($0.sequence, $0.recordedAt) }
        }
        guard known.values.reduce(0, { $0 + $1.kept }) > Self.mostKept.entries else { return }
        // What is asked about now would be read anew at once.
        let wanted = Set(rollouts)
        known = known.filter { wanted.contains($0.key) }
    }

    private func history(
        of rollout: String, _ signers: SignersHistory
    ) async throws -> RolloutHistory {
        if let found = known[rollout] { return found }
        let reading = try await ledger.reading(of: rollout, asOf: .entries(size))
        known[rollout] = RolloutHistory(mostWhole: mostWhole)
        do {
            try await add(reading.entries, signers)
        } catch {
            known[rollout] = nil
            throw error
        }
        return known[rollout] ?? RolloutHistory(mostWhole: mostWhole)
    }

    /// Adds entries to the histories of their rollouts.
    private func add(_ entries: [Entry], _ signers: SignersHistory) async throws {
        for (entry, draft) in try await prepared(entries, signers) {
            known[entry.statement.rollout.id]?.add(entry, draft)
        }
    }

    /// Entries as `Entry.asRecorded` has them, with what they were made of; those that were judged
    /// here are verified already.
    private func prepared(
        _ entries: [Entry], _ signers: SignersHistory
    ) async throws -> [(entry: Entry, draft: PreparedDraft)] {
        let drafts = try entries.map {
            try PreparedDraft(Draft($0.statement, signature: $0.signature), location)
        }
        let judged = drafts.map { draft in
            SaidDigest(of: draft).flatMap { self.judged[$0.digest] }
        }
        let known = await AllProcessors.map(Array(entries.indices), share: 32) {
            judged[$0] ?? signers.authentication(of: entries[$0])
        }
        return zip(zip(entries, known), drafts).map { entry, draft in
            (entry.0.asRecorded(entry.1, signers), draft)
        }
    }
}
