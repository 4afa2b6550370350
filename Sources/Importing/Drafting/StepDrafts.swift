/// Writes the steps of a draft, those that an earlier draft had under their ids and against their phases.
struct StepDrafts {
    private let steps: [StepDraft]
    private let remarks: [String]
    private let ids: [String]
    private let former: [FormerDraft.Item?]
    /// The phases that the steps are due against, in their order.
    let dues: [String]

    /// - Parameters:
    ///   - steps: The steps.
    ///   - remarks: What stands behind them.
    ///   - timeline: The phases.
    ///   - former: What the draft of an earlier version held.
    init(
        _ steps: [StepDraft], remarks: [String], timeline: TimelineDraft,
        keeping former: FormerDraft
    ) {
        self.steps = steps
        self.remarks = remarks
        let kept = KeptIDs(steps.map(Self.wanted), former.steps)
        ids = kept.ids
        self.former = kept.former
        dues = kept.former.map { timeline.due(keeping: $0?.duePhase) }
    }

    private static func wanted(_ step: StepDraft) -> KeptIDs.Wanted {
        KeptIDs.Wanted(
            name: step.name, otherwise: step.otherwise, words: step.words,
            marks: [
                "title": YAMLQuoting.scalar(step.title),
                "text": step.text.isEmpty ? "" : YAMLQuoting.scalar(step.text),
            ])
    }

    func write(to draft: inout DraftText) {
        draft.blank()
        draft.line("steps:")
        for place in steps.indices { write(place, &draft) }
        for remark in remarks { draft.comment("review: \(remark)", indent: 2) }
    }

    private func write(_ place: Int, _ draft: inout DraftText) {
        let step = steps[place]
        for comment in step.comments { draft.comment(comment, indent: 2) }
        draft.line("- id: \(ids[place])", indent: 2)
        draft.put("title", step.title, indent: 4)
        draft.put("role", raw: step.role, indent: 4)
        draft.put("due", raw: "\(dues[place]) - 5bd", indent: 4)
        if !step.isBlocking { draft.put("level", raw: "advisory", indent: 4) }
        draft.put("text", step.text, indent: 4)
        // A step that was signed before the post spoke of an effect was not against it.
        let isAgainst = former[place].map { $0["addresses"] != nil } ?? true
        if isAgainst, !step.addresses.isEmpty {
            draft.put("addresses", raw: "[\(step.addresses.joined(separator: ", "))]", indent: 4)
        }
        for line in step.asks { draft.line(line, indent: 4) }
    }
}

extension StepDraft {
    /// What every draft begins with.
    static let review = StepDraft(
        name: "review-announcement",
        title: "The announcement is understood, and this draft is finished",
        role: GuessedRole.changeManager.rawValue)
}
