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
    private let asked: Int
    /// What the draft of an earlier version of the page held.
    private let former: FormerDraft

    init(_ page: PageAnnouncement, withText hasText: Bool, keeping former: FormerDraft) {
        self.page = page
        self.hasText = hasText
        self.former = former
        let kinds: [(PageLabel, String)] = [
            (.effects, "effect"), (.risks, "risk"), (.opportunities, "opportunity"),
            (.security, "security"),
        ]
        let found = kinds.flatMap { label, kind in page.effects(label).map { (kind, $0) } }
        let effectIDs = KeptIDs(
            found.map { kind, effect in
                KeptIDs.Wanted(
                    name: effect.title, otherwise: kind, words: 4,
                    marks: [
                        "title": YAMLQuoting.scalar(Self.title(effect)), "kind": kind,
                    ])
            }, former.effects
        ).ids
        effects = zip(found, effectIDs).map { Effect(id: $1, kind: $0.0, effect: $0.1) }
        options = page.effects(.options)
        var titles: [String] = []
        for title in effects.flatMap(\.effect.roles) + options.flatMap(\.roles)
        where !titles.contains(title) {
            titles.append(title)
        }
        roleIDs = Self.roleIDs(titles, former.roles)
        endpoints = EndpointReader.endpoints(of: page.prose, code: page.code)
        let preparation = Section(kind: .preparation, blocks: page.blocks(.preparations))
        let asked = PreparationReader.tasks(of: [preparation])
        self.asked = asked.count
        tasks = asked.prefix(TaskDraft.most).map { TaskDraft($0) }
    }

    private static func title(_ effect: PageEffect) -> String {
        Excerpt.of(effect.title, most: 200)
    }

    /// The ids of roles.
    ///
    /// None gets that of a role with another title, whose members would sign for it.
    private static func roleIDs(
        _ titles: [String], _ former: [FormerDraft.Item]
    ) -> [(title: String, id: String)] {
        let words = Set(titles.map { Slug.words(of: $0) })
        func isHere(_ old: FormerDraft.Item) -> Bool {
            let title = old["title"] ?? ""
            // Titles of our own have no quotation marks.
            return !title.hasPrefix("\"") || words.contains(Slug.words(of: title))
        }
        var slug = Slug()
        slug.reserve(former.filter { !isHere($0) }.map(\.id))
        let ids = KeptIDs(
            titles.map {
                KeptIDs.Wanted(
                    name: $0, otherwise: "role", words: 4,
                    marks: ["title": YAMLQuoting.scalar($0)])
            }, former.filter(isHere), slug
        ).ids
        return Array(zip(titles, ids).map { (title: $0, id: $1) })
    }

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
            words: page.text(.summary), leftOut: page.leftOut, keeping: former)
        let hosts = EndpointDrafts(endpoints, role: id(of: .networkEngineer))
        let steps = StepDrafts(
            [.review] + tasks.map { $0.step(role: id(of: $0.role)) } + effects.map(step)
                + options.map(step) + hosts.steps,
            remarks: TaskDraft.remarks(asked) + hosts.remarks, timeline: timeline,
            keeping: former)
        timeline.write(to: &draft, dues: steps.dues)
        roles(&draft)
        effects(&draft)
        steps.write(to: &draft)
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
            draft.put("title", Self.title(effect.effect), indent: 4, by: .published)
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

    /// A step for what comes with the change.
    private func step(_ effect: Effect) -> StepDraft {
        let isGood = effect.kind == "opportunity"
        return StepDraft(
            name: "\(isGood ? "use" : "prepare") \(effect.id)",
            title:
                "\(isGood ? "Used" : "Prepared for"): \(Excerpt.of(effect.effect.title, most: 160))",
            role: ids(of: effect.effect).first ?? GuessedRole.changeManager.rawValue,
            isBlocking: !isGood, addresses: [effect.id],
            comments: ["review: what is to be done, by whom and when"])
    }

    /// A step for what the page leaves to choose, with those who choose and where it is written.
    private func step(_ option: PageEffect) -> StepDraft {
        let words =
            hasText ? PlainMarkdown.escaped(option.text) : Excerpt.sealed(option.text, most: 300)
        let standing = PlainMarkdown.escaped(option.standing)
        return StepDraft(
            name: "option \(option.title)", otherwise: "option", words: 5,
            title: "Decided: \(Excerpt.of(option.title, most: 160))",
            role: ids(of: option).first ?? GuessedRole.changeManager.rawValue, isBlocking: false,
            text: [words, standing].filter { !$0.isEmpty }.joined(separator: " "),
            comments: ["from the configuration options; review: whether it is wanted"])
    }
}
