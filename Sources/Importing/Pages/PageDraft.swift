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
    private let roleIDs: [(title: String, id: String)]

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
        var roleSlug = Slug()
        _ = roleSlug.make(GuessedRole.changeManager.title, otherwise: "", words: 0)
        var roleIDs: [(title: String, id: String)] = []
        for role in effects.flatMap(\.effect.roles)
        where !roleIDs.contains(where: { $0.title == role }) {
            roleIDs.append((role, roleSlug.make(role, otherwise: "role", words: 4)))
        }
        self.roleIDs = roleIDs
    }

    var text: String {
        var draft = DraftText()
        DraftHead(id: page.id.lowercased(), title: page.title, source: "the page of \(page.id)")
            .write(to: &draft)
        change(&draft)
        let timeline = TimelineDraft(
            page.phases,
            remark: page.phases.isEmpty
                ? "no date was read in summary and details"
                : "guessed from summary and details, as the page has no timeline",
            words: page.text(.summary))
        timeline.write(to: &draft)
        roles(&draft)
        effects(&draft)
        steps(timeline.duePhase, &draft)
        draft.blank()
        draft.put("waivers", raw: "{by: [\(GuessedRole.changeManager.rawValue)], longest: 30d}")
        return draft.text
    }

    private func change(_ draft: inout DraftText) {
        draft.line("change:")
        draft.put("message", raw: page.id, indent: 2)
        draft.put("product", page.text(.product), indent: 2)
        draft.put("workload", page.text(.workload), indent: 2)
        draft.put("platforms", page.list(.platform), indent: 2, from: "Platform")
        draft.put("types", page.list(.changeType), indent: 2, from: "Change type")
        let labels: [(String, PageLabel)] = [
            ("category", .category), ("scope", .scope), ("status", .status),
            ("release-phase", .releasePhase), ("task-type", .taskType), ("urgency", .urgency),
        ]
        for (key, label) in labels { draft.put(key, page.text(label), indent: 2) }
        let days: [(String, PageLabel)] = [
            ("created", .created), ("updated", .updated), ("check-before", .checkBefore),
        ]
        for (key, label) in days {
            if let day = page.date(label) { draft.put(key, raw: "\(day)", indent: 2) }
        }
        let texts: [(String, PageLabel)] = [
            ("summary", .summary), ("plain-summary", .plainSummary), ("affects", .affects),
            ("preparation", .preparations),
        ]
        for (key, label) in texts {
            let words = hasText ? page.text(label) : Excerpt.of(page.text(label), most: 400)
            draft.put(key, PlainMarkdown.escaped(words), indent: 2)
        }
        links(&draft)
        if !page.notPublished.isEmpty {
            draft.comment(
                "not published on the page, which is not the same as empty: "
                    + page.notPublished.joined(separator: ", "), indent: 2)
        }
    }

    /// The links of the page, and those that its effects refer to.
    private func links(_ draft: inout DraftText) {
        var seen: Set<String> = []
        let all = (page.links + effects.flatMap(\.effect.references))
            .filter { ChangeDraft.isUsable($0) && seen.insert($0).inserted }
        guard !all.isEmpty else { return }
        draft.line("links:", indent: 2)
        for link in all {
            let address = YAMLQuoting.scalar(link)
            draft.line("- {title: \(address), url: \(address)}", indent: 4)
        }
    }

    private func roles(_ draft: inout DraftText) {
        let manager = GuessedRole.changeManager
        draft.blank()
        draft.line("roles:")
        draft.line("\(manager.rawValue): {title: \(manager.title), members: []}", indent: 2)
        for (title, id) in roleIDs where id != manager.rawValue {
            draft.line("\(id): {title: \(YAMLQuoting.scalar(title)), members: []}", indent: 2)
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
            draft.put("kind", raw: effect.kind, indent: 4)
            draft.put("title", Excerpt.of(effect.effect.title, most: 200), indent: 4)
            let words = hasText ? effect.effect.text : Excerpt.of(effect.effect.text, most: 300)
            draft.put("text", PlainMarkdown.escaped(words), indent: 4)
            let roles = ids(of: effect.effect)
            if !roles.isEmpty {
                draft.put("roles", raw: "[\(roles.joined(separator: ", "))]", indent: 4)
            }
            let references = effect.effect.references.filter(ChangeDraft.isUsable)
            draft.put("references", references, indent: 4, from: "references")
        }
    }

    private func steps(_ due: String, _ draft: inout DraftText) {
        let manager = GuessedRole.changeManager.rawValue
        draft.blank()
        draft.line("steps:")
        draft.line("- id: review-announcement", indent: 2)
        draft.put(
            "title", raw: "The announcement is understood, and this draft is finished", indent: 4)
        draft.put("role", raw: manager, indent: 4)
        draft.put("due", raw: "\(due) - 5bd", indent: 4)
        draft.put("sign-off", raw: "{}", indent: 4)
        var slug = Slug()
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
        for option in page.effects(.options) {
            draft.comment("from the configuration options; review: whether it is wanted", indent: 2)
            draft.line(
                "- id: \(slug.make("option \(option.title)", otherwise: "option", words: 5))",
                indent: 2)
            draft.put("title", "Decided: \(Excerpt.of(option.title, most: 160))", indent: 4)
            draft.put("role", raw: manager, indent: 4)
            draft.put("due", raw: "\(due) - 5bd", indent: 4)
            draft.put("level", raw: "advisory", indent: 4)
            draft.put("sign-off", raw: "{}", indent: 4)
        }
    }
}
