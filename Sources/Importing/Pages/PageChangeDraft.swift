import Rollout

/// Writes the fields of an announcement page, each as its key of `change`.
struct PageChangeDraft {
    let page: PageAnnouncement
    let hasText: Bool
    /// The addresses that effects refer to.
    let references: [String]

    func write(to draft: inout DraftText) {
        draft.line("change:")
        draft.put("message", raw: page.id, indent: 2, by: .published)
        put(.product, &draft)
        put(.workload, &draft)
        draft.put("platforms", page.list(.platform), indent: 2, from: "Platform", by: .published)
        draft.put("types", page.list(.changeType), indent: 2, from: "Change type", by: .published)
        for label in [PageLabel.category, .scope] { put(label, &draft) }
        if let status = page.cancellation.extent.status, page.text(.status).isEmpty {
            draft.put("status", status, indent: 2, from: "the page says so", by: .inferred)
        }
        for label in [PageLabel.status, .releasePhase, .taskType, .urgency] { put(label, &draft) }
        for label in [PageLabel.created, .updated, .checkBefore] {
            if let key = label.key, let day = page.date(label) {
                draft.put(key, raw: "\(day)", indent: 2, by: .published)
            }
        }
        for (label, words) in page.unreadDates {
            draft.comment(
                "review: \(label.key ?? ""): \"\(Excerpt.of(words, most: 120))\" is no day that can be read",
                indent: 2)
        }
        let texts: [PageLabel] = [
            .summary, .details, .plainSummary, .explanation, .affects, .preparations,
        ]
        for label in texts { put(text: page.text(label), as: label, &draft) }
        let options = page.effects(.options).map { option in
            [
                option.text.isEmpty ? option.title : "\(option.title): \(option.text)",
                option.standing,
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
        put(text: options.joined(separator: " "), as: .options, &draft)
        links(&draft)
        documents(&draft)
        standing(&draft)
        draft.putProvenance(indent: 2)
    }

    private func put(text: String, as label: PageLabel, _ draft: inout DraftText) {
        let words = hasText ? text : Excerpt.of(text, most: 400)
        draft.put(label.key ?? "", PlainMarkdown.escaped(words), indent: 2, by: .published)
    }

    private func put(_ label: PageLabel, _ draft: inout DraftText) {
        draft.put(label.key ?? "", page.text(label), indent: 2, by: .published)
    }

    /// The links of the page, and those that its effects refer to.
    private func links(_ draft: inout DraftText) {
        let own = usable(page.links(.links))
        let others = usable(references.map { PostLink(address: $0, text: $0) }).filter { link in
            !own.contains { $0.address == link.address }
        }
        write("links", own + others, by: own.isEmpty ? .inferred : .published, &draft)
    }

    private func documents(_ draft: inout DraftText) {
        let links = usable(page.links(.documents))
        write("documents", links, by: .published, &draft)
        if links.isEmpty, !page.text(.documents).isEmpty {
            draft.comment(
                "documents without an address: \(Excerpt.of(page.text(.documents), most: 200))",
                indent: 2)
        }
    }

    private func usable(_ links: [PostLink]) -> [PostLink] {
        var seen: Set<String> = []
        return links.filter {
            ChangeDraft.isUsable($0.address) && seen.insert($0.address).inserted
        }
    }

    private func write(
        _ key: String, _ links: [PostLink], by origin: Provenance.Source, _ draft: inout DraftText
    ) {
        guard !links.isEmpty else { return }
        draft.line("\(key):", indent: 2)
        draft.note(key, by: origin)
        for link in links {
            let title = YAMLQuoting.scalar(Excerpt.of(link.text, most: 120))
            draft.line("- {title: \(title), url: \(YAMLQuoting.scalar(link.address))}", indent: 4)
        }
    }

    /// What the page says by saying nothing, and what nobody can know from it.
    private func standing(_ draft: inout DraftText) {
        if !page.empty.isEmpty {
            draft.comment("empty on the page: \(page.empty.joined(separator: ", "))", indent: 2)
        }
        if !page.locked.isEmpty {
            draft.comment(
                "not published on the page, which is not the same as empty: "
                    + page.locked.joined(separator: ", "), indent: 2)
        }
        if !page.partlyLocked.isEmpty {
            draft.comment(
                "review: the page hides a part of: \(page.partlyLocked.joined(separator: ", "))",
                indent: 2)
        }
        if !page.missing.isEmpty {
            draft.comment(
                "not on the page at all: \(page.missing.joined(separator: ", "))", indent: 2)
        }
        for key in page.unknown.compactMap(\.key) where !draft.has(key) {
            draft.note(key, by: .notPublished)
        }
    }
}
