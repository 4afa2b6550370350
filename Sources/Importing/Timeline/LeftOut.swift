/// What an announcement has more of than a draft holds.
package struct LeftOut: Hashable, Sendable {
    /// Phases that were read.
    package var phases = 0
    /// Whether the text goes on where the reading of its dates ended.
    package var hasMoreText = false

    package init(phases: Int = 0, hasMoreText: Bool = false) {
        self.phases = phases
        self.hasMoreText = hasMoreText
    }

    /// What to say of it, in sentences; empty where nothing is left out.
    package var sentences: [String] {
        (phases > 0 ? ["\(phases) more phases were read, and left out for their number"] : [])
            + (hasMoreText ? ["the text on dates goes on, and was read only so far"] : [])
    }
}
