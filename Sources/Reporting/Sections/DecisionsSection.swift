import Rollout

/// Every decision, roll call and approval of the text on record, also those that are replaced.
enum DecisionsSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.board, .auditor]

    static func write(_ context: ReportContext, to document: inout Document) {
        var inner = Document()
        decisions(context, to: &inner)
        polls(context, to: &inner)
        plan(context, to: &inner)
        guard !inner.blocks.isEmpty else { return }
        document.heading(2, "Decisions")
        document.append(inner)
    }

    private static func decisions(_ context: ReportContext, to document: inout Document) {
        let phases = Dictionary(context.assessment.phases.map { ($0.phase.id, $0) }) { first, _ in
            first
        }
        document.table(
            [
                "Phase", "Decision", "Made on", "By, for", "When", "Reason given", "Stands",
                "Entry",
            ],
            rows: context.assessment.decisions.map { decision in
                let phase = phases[decision.decision.phase]
                let title = DecisionWording.title(decision, in: phase)
                return [
                    context.phase(decision.decision.phase),
                    "\(strong: "\(title)")\(question(decision.decision.question))",
                    "\(DecisionWording.basis(decision.decision)), root \(code: decision.decision.ledger.root.short)",
                    context.author(decision.entry, role: decision.role),
                    context.clock(decision.entry.recordedAt), "\(decision.decision.reason)",
                    stands(decision, phase, context), context.entry(decision.entry),
                ]
            })
    }

    private static func question(_ question: Decision.Question) -> Inline {
        question == .close ? " (closing)" : ""
    }

    private static func stands(
        _ decision: DecisionAssessment, _ phase: PhaseAssessment?, _ context: ReportContext
    ) -> Inline {
        let emergency: Inline =
            decision.retrospective.map {
                " \(strong: "\(RetrospectiveWording.standing($0, context.words))")"
            } ?? ""
        guard decision.stands else {
            return "no: \(DecisionWording.sentence(decision.reason, context.words))\(emergency)"
        }
        let differs: Inline =
            decision.differs
            ? ", \(phase.flatMap { DecisionWording.relation(decision, in: $0) } ?? "")" : ""
        return "yes\(differs)\(emergency)"
    }

    private static func polls(_ context: ReportContext, to document: inout Document) {
        let terms = context.checklist.decisions
        if !terms.poll.isEmpty {
            let unanimous: Inline = terms.isUnanimous ? " Each must say go." : ""
            document.paragraph(
                "A go waits for the answers of \(.list(terms.poll.map(context.role), "and")).\(unanimous)"
            )
        }
        document.table(
            ["Roll call", "Answer", "By, for", "When", "Comment", "Counts", "Entry"],
            rows: context.assessment.polls.map { poll in
                [
                    "\(context.phase(poll.poll.phase))\(question(poll.poll.question))",
                    "\(strong: "\(DecisionWording.choice(poll.poll.choice))")",
                    context.author(poll.entry, role: poll.role),
                    context.clock(poll.entry.recordedAt), "\(poll.poll.comment)",
                    ActTables.counts(
                        poll.counts, PollWording.sentence(poll.reason, context.words)),
                    context.entry(poll.entry),
                ]
            })
    }

    private static func plan(_ context: ReportContext, to document: inout Document) {
        switch context.assessment.plan {
        case .approved: document.paragraph("The text of the checklist is approved.")
        case .lacking(let roles, let approved):
            document.paragraph(
                "\(strong: "\(PlanWording.lacking(roles, approved: approved, context.words))")")
        case nil: break
        }
        document.table(
            ["Approved text", "By, for", "When", "Note", "Counts", "Entry"],
            rows: context.assessment.approvals.map { approval in
                [
                    "\(code: "sha256:\(approval.entry.statement.checklist.short)…")",
                    context.author(approval.entry, role: approval.role),
                    context.clock(approval.entry.recordedAt), "\(approval.approval.note)",
                    ActTables.counts(
                        approval.reason == .counts,
                        PlanWording.sentence(approval.reason, context.words)),
                    context.entry(approval.entry),
                ]
            })
    }
}
