import Rollout

/// What was read in a post.
package struct ReadAnnouncement: Hashable, Sendable {
    package let post: Announcement
    package let phases: [AnnouncedPhase]
    /// Whether the post has a part for its timeline, which the phases are read from.
    package let hasTimeline: Bool
    /// The phases that the text of a post without a timeline speaks of: a guess.
    package let guessedPhases: [AnnouncedPhase]
    package let tasks: [PreparationTask]
    package let links: [PostLink]
    /// Whether the post says that nobody has to do anything.
    package let needsNoAction: Bool
    /// How far the post says that the change does not come.
    package let cancellation: CancellationReach
    /// What a person should look at besides.
    package let remarks: [String]
    /// What there is more of in its timeline, or in the text that phases were guessed from.
    package let leftOut: LeftOut
    let sections: [Section]
    /// What the post sets as code, such as the names of hosts.
    let code: Set<String>

    /// Reads a post; one without any text is a mistake.
    package init(_ post: Announcement) throws(PostMistake) {
        let text: PostText
        do throws(HTMLReader.Refusal) {
            text = try PostText.read(post.body, isHTML: post.isHTML)
        } catch {
            throw PostMistake(
                place: .whole,
                reason: error == .tooLong
                    ? .tooLong(bytes: HTMLReader.mostBytes) : .tooManyTags(HTMLReader.mostTags))
        }
        // It would be a post whose phases and steps are all gone.
        guard !text.blocks.isEmpty else { throw PostMistake(place: .whole, reason: .noText) }
        self.init(post, text)
    }

    private static let unknownVersion =
        "when the post was last modified is not said in it, or cannot be read: whether it is newer "
        + "than another version, nobody can tell"

    init(_ post: Announcement, _ text: PostText) {
        self.post = post
        let sections = SectionReader.sections(of: text.blocks)
        self.sections = sections
        let timeline = sections.filter { $0.kind == .timeline }.flatMap(\.blocks)
        hasTimeline = !timeline.isEmpty
        let published = post.published ?? post.modified ?? Instant(milliseconds: 0)
        let modified = post.modified ?? published
        let days = (
            published: Zone.utc.local(published).date, modified: Zone.utc.local(modified).date
        )
        let context = CancellationReach.Context(
            title: post.title, services: post.services,
            platforms: post.details(named: "Platforms"))
        let reading =
            timeline.isEmpty
            ? ProseTimeline.phases(
                of: text.blocks.map(\.text), published: days.published, modified: days.modified)
            : TimelineReader.phases(
                of: timeline, published: days.published, modified: days.modified,
                otherwise: post.tags.contains("Retirement") ? "Retirement" : "Rollout",
                of: context.words)
        leftOut = reading.leftOut
        let introduction =
            sections.filter { $0.kind == .introduction }.flatMap(\.blocks).map(\.text)
            + TitleTag.texts(in: post.title)
        cancellation = CancellationReach(
            of: introduction, timeline: timeline.map(\.text), phases: reading.phases, context)
        let putOffs = PutOffReach(
            of: introduction, timeline: timeline.map(\.text), phases: cancellation.phases,
            days: days, context)
        phases = timeline.isEmpty ? [] : putOffs.phases
        guessedPhases = timeline.isEmpty ? putOffs.phases : []
        let others = reading.others.prefix(5).map {
            "left out of the timeline, as it seems to be of another product: \"\(Excerpt.of($0, most: 200))\""
        }
        let advice = reading.advice.prefix(5).map {
            "left out of the timeline, as it seems to be what readers do by a day: \"\(Excerpt.of($0, most: 200))\""
        }
        remarks =
            putOffs.remarks + others + advice + (post.modified == nil ? [Self.unknownVersion] : [])
        tasks = PreparationReader.tasks(of: sections)
        links = text.links
        code = text.code
        needsNoAction = NoActionNeeded.says(text.blocks)
    }

    /// Whom the phases reach and the title names, each once.
    package var audiences: [Audience] {
        var audiences: [Audience] = []
        for audience in draftPhases.flatMap(\.audiences) + Audience.named(in: post.title)
        where !audiences.contains(audience) {
            audiences.append(audience)
        }
        return audiences
    }

    /// The phases for a draft.
    var draftPhases: [AnnouncedPhase] { hasTimeline ? phases : guessedPhases }

    /// The blocks of the parts of a kind.
    func blocks(of kind: Section.Kind) -> [TextBlock] {
        sections.filter { $0.kind == kind }.flatMap(\.blocks)
    }
}
