import CanonicalJSON
import Rollout

/// The checklist that a post becomes, for a person to finish.
package struct ChecklistDraft: Sendable {
    let read: ReadAnnouncement
    /// Whether the text of the post is copied, which is its publisher's.
    let hasText: Bool
    /// What the draft of an earlier version of the post held.
    let former: FormerDraft

    package init(
        _ read: ReadAnnouncement, withText hasText: Bool = false,
        keeping former: FormerDraft = FormerDraft()
    ) {
        self.read = read
        self.hasText = hasText
        self.former = former
    }

    /// The id of the checklist, and the name of its file without its ending.
    package var id: String { read.post.id.lowercased() }

    /// The text: the same bytes for the same post.
    package var text: String {
        var draft = DraftText()
        head(&draft)
        ChangeDraft(read: read, hasText: hasText).write(to: &draft)
        let timeline = TimelineDraft(
            read.draftPhases, isCancelled: read.isCancelled, remark: remark,
            words: read.blocks(of: .timeline).map(\.text).joined(separator: " "),
            leftOut: read.leftOut, keeping: former)
        let tasks = read.tasks.prefix(TaskDraft.most).map { TaskDraft($0) }
        let hosts = EndpointDrafts(endpoints, role: GuessedRole.networkEngineer.rawValue)
        let addresses = hasEffect ? ["impact"] : []
        var review = StepDraft.review
        review.addresses = addresses
        let steps = StepDrafts(
            [review] + tasks.map { $0.step(role: $0.role.rawValue, addresses: addresses) }
                + hosts.steps,
            remarks: TaskDraft.remarks(read.tasks.count) + hosts.remarks, timeline: timeline,
            keeping: former)
        timeline.write(to: &draft, dues: steps.dues)
        roles(Set(tasks.map(\.role) + (hosts.steps.isEmpty ? [] : [.networkEngineer])), &draft)
        effects(&draft)
        steps.write(to: &draft)
        draft.blank()
        draft.put("waivers", raw: "{by: [\(GuessedRole.changeManager.rawValue)], longest: 30d}")
        foot(&draft)
        return draft.text
    }

    private var remark: String {
        if read.hasTimeline {
            return read.phases.isEmpty ? "no date was read in the timeline of the post" : ""
        }
        return read.draftPhases.isEmpty
            ? "the post has no timeline, and no date was read in its text"
            : "the post has no timeline; these were guessed from its text"
    }

    private var hasEffect: Bool { !read.blocks(of: .impact).isEmpty }

    /// What the post names on a network.
    private var endpoints: [NamedEndpoint] {
        EndpointReader.endpoints(
            of: [.introduction, .timeline, .impact, .preparation, .compliance].flatMap {
                read.blocks(of: $0)
            }, code: read.code)
    }

    private func head(_ draft: inout DraftText) {
        let post = read.post
        DraftHead(
            id: id, title: post.title.isEmpty ? post.id : post.title,
            source: "\(post.id)\(post.modified.map { ", version of \($0.rfc3339)" } ?? "")",
            cancellation: read.cancellation, remarks: read.remarks
        ).write(to: &draft)
    }

    private func roles(_ used: Set<GuessedRole>, _ draft: inout DraftText) {
        let all = used.union(hasEffect ? [.changeManager, .itAdmin] : [.changeManager])
        draft.blank()
        draft.line("roles:")
        for role in GuessedRole.allCases where all.contains(role) {
            draft.line("\(role.rawValue): {title: \(role.title), members: []}", indent: 2)
        }
    }

    private func effects(_ draft: inout DraftText) {
        guard hasEffect else { return }
        draft.blank()
        draft.line("effects:")
        draft.comment(
            "from the section on the impact; review: kind, likelihood and impact", indent: 2)
        draft.line("- id: impact", indent: 2)
        draft.put("kind", raw: "effect", indent: 4, by: .inferred)
        draft.put("title", raw: "How it affects the organisation", indent: 4, by: .ours)
        let words = read.blocks(of: .impact).map(\.text).joined(separator: " ")
        draft.put(
            "text", PlainMarkdown.escaped(Excerpt.of(words, most: 300)), indent: 4, by: .published)
        draft.put(
            "roles", raw: "[\(GuessedRole.itAdmin.rawValue)]", indent: 4, from: "review", by: .ours)
        draft.putProvenance(indent: 4)
    }

    /// What tells a later version of the post from this one, where the draft holds excerpts only.
    private func foot(_ draft: inout DraftText) {
        draft.blank()
        draft.comment("The sections of the post, by digests of their words:")
        for kind in Section.Kind.allCases {
            let words = read.blocks(of: kind).map(\.text)
            guard !words.isEmpty else { continue }
            let digest = ContentDigest(of: words.joined(separator: "\n").utf8)
            draft.comment("\(kind.rawValue) \("\(digest)".prefix(23))")
        }
    }
}
