/// A step for something that a text asks for, with a role that is guessed from its words.
struct TaskDraft {
    let role: GuessedRole
    private let name: String
    private let words: Int
    private let title: String
    private let isBlocking: Bool
    /// The sentence of the text.
    private let source: String

    /// More than this are no steps of one checklist.
    static let most = 100

    /// What is said where a text asks for more; nothing where it does not.
    static func remarks(_ count: Int) -> [String] {
        count > most
            ? ["the post asks for \(count - most) more things, which are left out for their number"]
            : []
    }

    /// The step; `role` is the id of its role, and `addresses` are the ids of the effects that it is
    /// against.
    func step(role: String, addresses: [String] = []) -> StepDraft {
        // What is asked is part of the step: other words of the post ask for another thing.
        let text = title.utf8.elementsEqual(source.utf8) ? "" : Excerpt.sealed(source, most: 400)
        return StepDraft(
            name: name, words: words, title: title, role: role, isBlocking: isBlocking,
            text: text, addresses: addresses,
            comments: [
                "from \"\(Excerpt.of(source, most: 160))\"; review: role, due, level"
            ])
    }
}

extension TaskDraft {
    init(_ task: PreparationTask) {
        let words = Set(Token.tokens(of: task.text).map(\.text))
        func usual(
            _ name: String, _ title: String, _ role: GuessedRole, isBlocking: Bool = false
        ) -> TaskDraft {
            TaskDraft(
                role: role, name: name, words: 8, title: title, isBlocking: isBlocking,
                source: task.text)
        }
        switch task.kind {
        case .review:
            self = usual(
                "review-configuration", "The current configuration is reviewed for what changes",
                .itAdmin, isBlocking: true)
        case .notify:
            let isAboutAdmins = !words.isDisjoint(with: ["admins", "administrators"])
            self = usual(
                "notify-\(isAboutAdmins ? "admins" : "users")",
                isAboutAdmins ? "The administrators are told" : "Users who are affected are told",
                .helpDesk)
        case .documentation:
            self = usual("update-documentation", "Documentation says what changes", .helpDesk)
        case .training:
            self = usual("update-training", "Training says what changes", .helpDesk)
        case .other:
            let offers: Set<String> = [
                "can", "may", "optional", "optionally", "want", "prefer", "consider", "recommend",
                "recommended", "like",
            ]
            self.init(
                role: GuessedRole.of(task.text), name: task.text, words: 6,
                title: Excerpt.of(task.text, most: 120),
                isBlocking: words.isDisjoint(with: offers), source: task.text)
        }
    }
}
