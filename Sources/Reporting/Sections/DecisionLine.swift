import Rollout

/// Who decides, and what was decided, on one line.
enum DecisionLine {
    static func item(
        _ phase: PhaseAssessment, _ call: RollCall, _ context: ReportContext
    ) -> Inline {
        let owner = context.checklist.owner
        let actors = context.checklist.actors(for: owner, at: context.asOf)
        let people: Inline =
            actors.isEmpty ? "" : " (\(context.people(actors, most: 4)))"
        return
            "\(strong: "Decision") of \(context.role(owner))\(people): \(words(phase, context))\(poll(call, context))"
    }

    private static func words(_ phase: PhaseAssessment, _ context: ReportContext) -> Inline {
        let question: Decision.Question =
            phase.hasStarted && phase.closingDecision != nil ? .close : .start
        switch context.assessment.decision(on: question, of: phase) {
        case .none: return "none recorded."
        case .doesNotStand(let newest):
            return
                "none that stands. The newest one, entry \(newest.entry.sequence), does not count: \(DecisionWording.sentence(newest.reason, context.words))"
        case .stands(let decision):
            let differs: Inline =
                decision.differs
                ? " ⚠️ \(strong: "\(DecisionWording.relation(decision, in: phase) ?? "")")" : ""
            return
                "\(strong: "\(DecisionWording.title(decision, in: phase))") by \(context.author(decision.entry)) on \(context.clock(decision.entry.recordedAt)) (entry \(decision.entry.sequence)).\(differs)"
        }
    }

    private static func poll(_ call: RollCall, _ context: ReportContext) -> Inline {
        let asked = call.lines.filter(\.isAsked)
        guard !asked.isEmpty else { return "" }
        let answered = asked.filter { $0.answer != nil }.count
        let against = asked.filter { $0.answer?.poll.choice == .noGo }
        let no: Inline =
            against.isEmpty
            ? "" : ", \(strong: "no-go: \(.joined(against.map { context.role($0.role) }))")"
        return " Roll call: \(answered) of \(asked.count) answered\(no)."
    }
}
