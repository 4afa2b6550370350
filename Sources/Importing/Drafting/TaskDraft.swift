/// A step for something that a text asks for.
struct TaskDraft {
    let id: String
    let title: String
    let role: GuessedRole
    let isBlocking: Bool
    /// The sentence of the text; empty for a step that is ours.
    let source: String

    /// Writes the step; `addresses` are the ids of the effects that it is against.
    func write(role: String, due: String, addresses: [String], to draft: inout DraftText) {
        if !source.isEmpty {
            draft.comment(
                "from \"\(Excerpt.of(source, most: 160))\"; review: role, due, level", indent: 2)
        }
        draft.line("- id: \(id)", indent: 2)
        draft.put("title", title, indent: 4)
        draft.put("role", raw: role, indent: 4)
        draft.put("due", raw: "\(due) - 5bd", indent: 4)
        if !isBlocking { draft.put("level", raw: "advisory", indent: 4) }
        if !addresses.isEmpty {
            draft.put("addresses", raw: "[\(addresses.joined(separator: ", "))]", indent: 4)
        }
        draft.put("sign-off", raw: "{}", indent: 4)
    }
}

extension TaskDraft {
    /// The step for what a text asks for, with a role that is guessed from its words.
    init(_ task: PreparationTask, _ slug: inout Slug) {
        let words = Set(Token.tokens(of: task.text).map(\.text))
        switch task.kind {
        case .review:
            self.init(
                id: slug.make("review-configuration", otherwise: ""),
                title: "The current configuration is reviewed for what changes", role: .itAdmin,
                isBlocking: true, source: task.text)
        case .notify:
            let isAboutAdmins = !words.isDisjoint(with: ["admins", "administrators"])
            self.init(
                id: slug.make("notify-\(isAboutAdmins ? "admins" : "users")", otherwise: ""),
                title: isAboutAdmins
                    ? "The administrators are told" : "Users who are affected are told",
                role: .helpDesk, isBlocking: false, source: task.text)
        case .documentation:
            self.init(
                id: slug.make("update-documentation", otherwise: ""),
                title: "Documentation says what changes", role: .helpDesk, isBlocking: false,
                source: task.text)
        case .training:
            self.init(
                id: slug.make("update-training", otherwise: ""),
                title: "Training says what changes", role: .helpDesk, isBlocking: false,
                source: task.text)
        case .other:
            let offers: Set<String> = [
                "can", "may", "optional", "optionally", "want", "prefer", "consider", "recommend",
                "recommended", "like",
            ]
            self.init(
                id: slug.make(task.text, otherwise: "step", words: 6),
                title: Excerpt.of(task.text, most: 120), role: GuessedRole.of(task.text),
                isBlocking: words.isDisjoint(with: offers), source: task.text)
        }
    }
}
