/// Writes the steps that a post seems to ask for.
struct StepDrafts {
    private let read: ReadAnnouncement
    private let due: String
    private let hasEffect: Bool
    private let drafts: [TaskDraft]
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
        let review = TaskDraft(
            id: slug.make("review-announcement", otherwise: ""),
            title: "The announcement is understood, and this draft is finished",
            role: .changeManager, isBlocking: true, source: "")
        drafts = [review] + read.tasks.prefix(Self.mostTasks).map { TaskDraft($0, &slug) }
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
        for step in drafts {
            step.write(
                role: step.role.rawValue, due: due, addresses: hasEffect ? ["impact"] : [],
                to: &draft)
        }
        let leftOut = read.tasks.count - Self.mostTasks
        if leftOut > 0 {
            draft.comment(
                "review: the post asks for \(leftOut) more things, which are left out for their number",
                indent: 2)
        }
        var hosts = EndpointDrafts(
            endpoints, due: due, role: GuessedRole.networkEngineer.rawValue, slug)
        hosts.write(to: &draft)
    }
}
