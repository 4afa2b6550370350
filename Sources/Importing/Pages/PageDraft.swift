import Rollout

/// The checklist that an announcement page becomes, field by field.
struct PageDraft {
    /// An effect of the page with its id and what kind of effect it is.
    private struct Effect {
        let id: String
        let kind: String
        let effect: PageEffect
    }

    private let page: PageAnnouncement
    private let hasText: Bool
    private let effects: [Effect]
    private let options: [PageEffect]
    private let roleIDs: [(title: String, id: String)]
    private let endpoints: [NamedEndpoint]
    /// What the page asks its readers to do.
    private let tasks: [TaskDraft]
    private let taskSlug: Slug

    init(_ page: PageAnnouncement, withText hasText: Bool) {
        self.page = page
        self.hasText = hasText
        var slug = Slug()
        let kinds: [(PageLabel, String)] = [
            (.effects, "effect"), (.risks, "risk"), (.opportunities, "opportunity"),
            (.security, "security"),
        ]
        effects = kinds.flatMap { label, kind in
            page.effects(label).map {
                Effect(id: slug.make($0.title, otherwise: kind, words: 4), kind: kind, effect: $0)
            }
        }
        options = page.effects(.options)
        var roleSlug = Slug()
        _ = roleSlug.make(GuessedRole.changeManager.title, otherwise: "", words: 0)
        var roleIDs: [(title: String, id: String)] = []
        for role in effects.flatMap(\.effect.roles) + options.flatMap(\.roles)
        where !roleIDs.contains(where: { $0.title == role }) {
            roleIDs.append((role, roleSlug.make(role, otherwise: "role", words: 4)))
        }
        self.roleIDs = roleIDs
        endpoints = EndpointReader.endpoints(of: page.prose, code: page.code)
        var taskSlug = Slug()
        _ = taskSlug.make(Self.review, otherwise: "")
        let preparation = Section(kind: .preparation, blocks: page.blocks(.preparations))
        tasks = PreparationReader.tasks(of: [preparation]).prefix(100).map {
            TaskDraft($0, &taskSlug)
        }
        self.taskSlug = taskSlug
    }

    private static let review = "review-announcement"

    /// The roles of our own that the steps need: those of the page have ids of their own.
    private var guessedRoles: [GuessedRole] {
        let used = Set(tasks.map(\.role) + (endpoints.isEmpty ? [] : [.networkEngineer]))
        return GuessedRole.allCases.filter { role in
            role != .changeManager && used.contains(role) && id(of: role) == role.rawValue
                && !roleIDs.contains { $0.id == role.rawValue }
        }
    }

    /// The id of a role of the page that does what a guessed one does, else of that.
    private func id(of role: GuessedRole) -> String {
        guard let word = role.title.split(separator: " ").first.map({ $0.lowercased() }) else {
            return role.rawValue
        }
        // "Network Engineers" are "Network Engineering" too, "IT Administrators" are "IT Admins".
        return roleIDs.first { Token.words(of: $0.title).first == word }?.id ?? role.rawValue
    }

    var text: String {
        var draft = DraftText()
        DraftHead(
            id: page.id.lowercased(), title: page.title, source: "the page of \(page.id)",
            cancellation: page.cancellation, remarks: page.remarks
        ).write(to: &draft)
        PageChangeDraft(
            page: page, hasText: hasText,
            references: (effects.map(\.effect) + options).flatMap(\.references)
        ).write(to: &draft)
        let timeline = TimelineDraft(
            page.phases, isCancelled: page.isCancelled,
            remark: page.phases.isEmpty
                ? "no date was read in summary and details"
                : "guessed from summary and details, as the page has no timeline",
            words: page.text(.summary), leftOut: page.leftOut)
        timeline.write(to: &draft)
        roles(&draft)
        effects(&draft)
        steps(timeline.duePhase, &draft)
        draft.blank()
        draft.put("waivers", raw: "{by: [\(GuessedRole.changeManager.rawValue)], longest: 30d}")
        return draft.text
    }

    private func roles(_ draft: inout DraftText) {
        let manager = GuessedRole.changeManager
        draft.blank()
        draft.line("roles:")
        draft.line("\(manager.rawValue): {title: \(manager.title), members: []}", indent: 2)
        for (title, id) in roleIDs where id != manager.rawValue {
            draft.line("\(id): {title: \(YAMLQuoting.scalar(title)), members: []}", indent: 2)
        }
        for role in guessedRoles {
            draft.line("\(role.rawValue): {title: \(role.title), members: []}", indent: 2)
        }
    }

    private func ids(of effect: PageEffect) -> [String] {
        effect.roles.compactMap { role in roleIDs.first { $0.title == role }?.id }
    }

    private func effects(_ draft: inout DraftText) {
        guard !effects.isEmpty else { return }
        draft.blank()
        draft.line("effects:")
        for effect in effects {
            draft.line("- id: \(effect.id)", indent: 2)
            draft.put("kind", raw: effect.kind, indent: 4, by: .inferred)
            draft.put(
                "title", Excerpt.of(effect.effect.title, most: 200), indent: 4, by: .published)
            let text = hasText ? effect.effect.text : Excerpt.of(effect.effect.text, most: 300)
            draft.put("text", PlainMarkdown.escaped(text), indent: 4, by: .published)
            let roles = ids(of: effect.effect)
            if !roles.isEmpty {
                draft.put(
                    "roles", raw: "[\(roles.joined(separator: ", "))]", indent: 4, by: .published)
            }
            draft.put(
                "references", effect.effect.addresses, indent: 4, from: "references", by: .published
            )
            let words = effect.effect.unaddressed.map { Excerpt.of($0, most: 200) }
            if !words.isEmpty {
                draft.comment(
                    "references without an address: \(words.joined(separator: ", "))", indent: 4)
            }
            draft.putProvenance(indent: 4)
        }
    }

    private func steps(_ due: String, _ draft: inout DraftText) {
        let manager = GuessedRole.changeManager.rawValue
        draft.blank()
        draft.line("steps:")
        draft.line("- id: \(Self.review)", indent: 2)
        draft.put(
            "title", raw: "The announcement is understood, and this draft is finished", indent: 4)
        draft.put("role", raw: manager, indent: 4)
        draft.put("due", raw: "\(due) - 5bd", indent: 4)
        draft.put("sign-off", raw: "{}", indent: 4)
        for task in tasks {
            task.write(role: id(of: task.role), due: due, addresses: [], to: &draft)
        }
        var slug = taskSlug
        for effect in effects {
            let isGood = effect.kind == "opportunity"
            draft.comment("review: what is to be done, by whom and when", indent: 2)
            draft.line(
                "- id: \(slug.make("\(isGood ? "use" : "prepare") \(effect.id)", otherwise: "step"))",
                indent: 2)
            draft.put(
                "title",
                "\(isGood ? "Used" : "Prepared for"): \(Excerpt.of(effect.effect.title, most: 160))",
                indent: 4)
            draft.put("role", raw: ids(of: effect.effect).first ?? manager, indent: 4)
            draft.put("due", raw: "\(due) - 5bd", indent: 4)
            if isGood { draft.put("level", raw: "advisory", indent: 4) }
            draft.put("addresses", raw: "[\(effect.id)]", indent: 4)
            draft.put("sign-off", raw: "{}", indent: 4)
        }
        for option in options { write(option, due, &slug, &draft) }
        var hosts = EndpointDrafts(endpoints, due: due, role: id(of: .networkEngineer), slug)
        hosts.write(to: &draft)
    }

    /// A step for what the page leaves to choose, with those who choose and where it is written.
    private func write(
        _ option: PageEffect, _ due: String, _ slug: inout Slug, _ draft: inout DraftText
    ) {
        draft.comment("from the configuration options; review: whether it is wanted", indent: 2)
        draft.line(
            "- id: \(slug.make("option \(option.title)", otherwise: "option", words: 5))", indent: 2
        )
        draft.put("title", "Decided: \(Excerpt.of(option.title, most: 160))", indent: 4)
        draft.put(
            "role", raw: ids(of: option).first ?? GuessedRole.changeManager.rawValue, indent: 4)
        draft.put("due", raw: "\(due) - 5bd", indent: 4)
        draft.put("level", raw: "advisory", indent: 4)
        let words = hasText ? option.text : Excerpt.of(option.text, most: 300)
        draft.put(
            "text",
            PlainMarkdown.escaped(
                [words, option.standing].filter { !$0.isEmpty }.joined(separator: " ")), indent: 4)
        draft.put("sign-off", raw: "{}", indent: 4)
    }
}
