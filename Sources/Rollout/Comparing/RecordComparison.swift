/// What on record counts by one text of a checklist and not by another one, at one instant.
package struct RecordComparison: Hashable, Sendable {
    /// Something that was said, and why it does not count by one of the texts.
    package struct Item: Hashable, Sendable {
        package let entry: Entry
        package let why: RecordReason
    }

    /// The verdict of a phase by each text; nil where it has none, or is not there.
    package struct Verdicts: Hashable, Sendable {
        package let phase: PhaseID
        package let before: Verdict?
        package let after: Verdict?

        package init(phase: PhaseID, before: Verdict?, after: Verdict?) {
            self.phase = phase
            self.before = before
            self.after = after
        }
    }

    /// What counts no longer, in the order of the ledger, and why not.
    package let lapsing: [Item]
    /// What counts again or for the first time, and why it did not before.
    package let returning: [Item]
    /// Phases whose verdict is another one, in the order of time.
    package let verdicts: [Verdicts]
    /// The roles whose approval of the text lapses by the edit; empty where none does.
    package let unapproved: [RoleID]

    package init(from old: Assessment, to new: Assessment) {
        let (before, after) = (Standing(old), Standing(new))
        lapsing = before.beyond(after)
        returning = after.beyond(before)
        unapproved =
            if case .lacking(let roles, _) = new.plan, !(old.plan?.isLacking ?? false) {
                roles
            } else {
                []
            }
        let phases = new.phases.map(\.phase.id)
        let gone = old.phases.map(\.phase.id).filter { !phases.contains($0) }
        verdicts = (phases + gone).map {
            Verdicts(phase: $0, before: old.phase($0)?.verdict, after: new.phase($0)?.verdict)
        }
        .filter { $0.before != $0.after }
    }

    /// What counts by one text, and what does not.
    private struct Standing {
        var counting: [Int: Entry] = [:]
        var reasons: [Int: RecordReason] = [:]
        /// Why no outcome of a step's checks counts.
        var outcomes: [StepID: CheckObjection] = [:]

        init(_ assessment: Assessment) {
            for act in assessment.acts {
                switch act.entry.statement.body {
                // They are about other records, and not evidence themselves.
                case .revocation, .editorial, .correction: continue
                default: add(act.entry, act.reason)
                }
            }
            for step in assessment.steps {
                for check in step.checks {
                    outcomes[step.step.id] = check.elsewhere ?? outcomes[step.step.id]
                    for site in check.sites {
                        guard let entry = site.entry else { continue }
                        add(entry, site.freshness == .olderWording ? .check : nil)
                    }
                    guard check.sites.isEmpty, let entry = check.entry else { continue }
                    add(entry, check.freshness == .olderWording ? .check : nil)
                }
            }
        }

        private mutating func add(_ entry: Entry, _ why: RecordReason?) {
            if let why { reasons[entry.sequence] = why } else { counting[entry.sequence] = entry }
        }

        func beyond(_ other: Standing) -> [Item] {
            counting.values.filter { other.counting[$0.sequence] == nil }
                .sorted { $0.sequence < $1.sequence }
                .map { Item(entry: $0, why: other.why($0)) }
        }

        /// Why an entry does not count.
        private func why(_ entry: Entry) -> RecordReason {
            if let reason = reasons[entry.sequence] { return reason }
            guard case .check = entry.statement.body, let step = entry.statement.step,
                let objection = outcomes[step.id]
            else { return .gone }
            return .outcome(objection)
        }
    }
}
