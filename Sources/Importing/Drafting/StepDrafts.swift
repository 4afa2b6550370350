/// Writes the steps that a post seems to ask for.
struct StepDrafts {
    private struct Draft {
        let id: String
        let title: String
        let role: GuessedRole
        let isBlocking: Bool
        /// The sentence of the post; empty for a step that is ours.
        let source: String
    }

    private let read: ReadAnnouncement
    private let due: String
    private let hasEffect: Bool
    private let drafts: [Draft]
    private let endpoints: [NamedEndpoint]
    private let slug: Slug

    init(_ read: ReadAnnouncement, due: String, hasEffect: Bool) {
        self.read = read
        self.due = due
        self.hasEffect = hasEffect
        endpoints = EndpointReader.endpoints(
            of: [.introduction, .timeline, .impact, .preparation, .compliance].flatMap {
                read.blocks(of: $0)
            }, code: read.code)
        var slug = Slug()
        let review = Draft(
            id: slug.make("review-announcement", otherwise: ""),
            title: "The announcement is understood, and this draft is finished",
            role: .changeManager, isBlocking: true, source: "")
        drafts = [review] + read.tasks.prefix(Self.mostTasks).map { Self.draft($0, &slug) }
        self.slug = slug
    }

    /// More than this are no steps of one checklist.
    private static let mostTasks = 100

    /// The roles that the draft speaks of.
    var roles: [GuessedRole] {
        let used = Set(
            drafts.map(\.role) + [.changeManager] + (hasEffect ? [.itAdmin] : [])
                + (endpoints.isEmpty ? [] : [.networkEngineer]))
        return GuessedRole.allCases.filter(used.contains)
    }

    func write(to draft: inout DraftText) {
        draft.blank()
        draft.line("steps:")
        for step in drafts { write(step, &draft) }
        var hosts = EndpointDrafts(
            endpoints, due: due, role: GuessedRole.networkEngineer.rawValue, slug)
        hosts.write(to: &draft)
    }

    private func write(_ step: Draft, _ draft: inout DraftText) {
        if !step.source.isEmpty {
            draft.comment(
                "from \"\(Excerpt.of(step.source, most: 160))\"; review: role, due, level",
                indent: 2)
        }
        draft.line("- id: \(step.id)", indent: 2)
        draft.put("title", step.title, indent: 4)
        draft.put("role", raw: step.role.rawValue, indent: 4)
        draft.put("due", raw: "\(due) - 5bd", indent: 4)
        if !step.isBlocking { draft.put("level", raw: "advisory", indent: 4) }
        if hasEffect { draft.put("addresses", raw: "[impact]", indent: 4) }
        draft.put("sign-off", raw: "{}", indent: 4)
    }

    private static func draft(_ task: PreparationTask, _ slug: inout Slug) -> Draft {
        let words = Set(Token.tokens(of: task.text).map(\.text))
        switch task.kind {
        case .review:
            return Draft(
                id: slug.make("review-configuration", otherwise: ""),
                title: "The current configuration is reviewed for what changes", role: .itAdmin,
                isBlocking: true, source: task.text)
        case .notify:
            let isAboutAdmins = !words.isDisjoint(with: ["admins", "administrators"])
            return Draft(
                id: slug.make("notify-\(isAboutAdmins ? "admins" : "users")", otherwise: ""),
                title: isAboutAdmins
                    ? "The administrators are told" : "Users who are affected are told",
                role: .helpDesk, isBlocking: false, source: task.text)
        case .documentation:
            return Draft(
                id: slug.make("update-documentation", otherwise: ""),
                title: "Documentation says what changes", role: .helpDesk, isBlocking: false,
                source: task.text)
        case .training:
            return Draft(
                id: slug.make("update-training", otherwise: ""),
                title: "Training says what changes", role: .helpDesk, isBlocking: false,
                source: task.text)
        case .other:
            let offers: Set<String> = [
                "can", "may", "optional", "optionally", "want", "prefer", "consider", "recommend",
                "recommended", "like",
            ]
            return Draft(
                id: slug.make(task.text, otherwise: "step", words: 6),
                title: Excerpt.of(task.text, most: 120), role: GuessedRole.of(task.text),
                isBlocking: words.isDisjoint(with: offers), source: task.text)
        }
    }
}
