/// A part of a post under a heading.
struct Section: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case introduction, timeline, impact, preparation, compliance, references
    }

    let kind: Kind
    var blocks: [TextBlock] = []
}
