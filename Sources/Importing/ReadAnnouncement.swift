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
    /// Whether the post says that the change does not come.
    package let isCancelled: Bool
    let sections: [Section]

    /// Reads a post.
    package init(_ post: Announcement) throws(PostMistake) {
        let text: PostText
        do throws(HTMLReader.Refusal) {
            text = post.isHTML ? try HTMLReader.read(post.body) : PostText(plain: post.body)
        } catch {
            throw PostMistake(
                place: .whole,
                reason: error == .tooLong
                    ? .tooLong(bytes: HTMLReader.mostBytes) : .tooManyTags(HTMLReader.mostTags))
        }
        self.init(post, text)
    }

    init(_ post: Announcement, _ text: PostText) {
        self.post = post
        let sections = SectionReader.sections(of: text.blocks)
        self.sections = sections
        let timeline = sections.filter { $0.kind == .timeline }.flatMap(\.blocks)
        hasTimeline = !timeline.isEmpty
        let published = post.published ?? post.modified ?? Instant(milliseconds: 0)
        let modified = post.modified ?? published
        let days = (Zone.utc.local(published).date, Zone.utc.local(modified).date)
        guessedPhases =
            timeline.isEmpty
            ? ProseTimeline.phases(
                of: text.blocks.map(\.text), published: days.0, modified: days.1) : []
        phases = TimelineReader.phases(
            of: timeline, published: days.0, modified: days.1,
            otherwise: post.tags.contains("Retirement") ? "Retirement" : "Rollout")
        tasks = PreparationReader.tasks(of: sections)
        links = text.links
        needsNoAction = NoActionNeeded.says(text.blocks)
        isCancelled = Self.isCancelled(sections)
    }

    /// Whether introduction or timeline says that the publisher does not proceed.
    private static func isCancelled(_ sections: [Section]) -> Bool {
        sections.contains { section in
            (section.kind == .introduction || section.kind == .timeline)
                && section.blocks.contains { block in
                    // Most texts have none of these, and need not be cut into sentences.
                    ["proceed", "ancel", "forward"].contains(where: block.text.holds)
                        && PlainSentences.of(block.text).contains { sentence in
                            PhaseStatus.said(in: Token.tokens(of: sentence)) == .cancelled
                        }
                }
        }
    }

    /// The phases for a draft.
    var draftPhases: [AnnouncedPhase] { hasTimeline ? phases : guessedPhases }

    /// The blocks of the parts of a kind.
    func blocks(of kind: Section.Kind) -> [TextBlock] {
        sections.filter { $0.kind == kind }.flatMap(\.blocks)
    }
}
