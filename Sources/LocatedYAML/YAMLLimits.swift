/// What a text may ask for before it is refused.
package struct YAMLLimits: Sendable {
    /// The size of a file, in bytes before decoding: 32 MiB, at most 1 GiB.
    package let inputBytes: Int
    /// How deep sequences and mappings may lie in one another, aliases followed: 64.
    ///
    /// libyaml takes quadratic time for deep nesting, so the limit holds while events are read.
    package let depth: Int
    /// How many nodes a document may have: 2,000,000.
    ///
    /// An alias counts as what it stands for.
    package let nodes: Int
    /// How many mistakes are reported before reading stops: 100.
    package let mistakes: Int

    /// Whether a single text may have the tag of a type, such as `!!int`, which then says nothing:
    /// what reads a key knows its type.
    package let takesTypeTags: Bool

    package init(
        inputBytes: Int = 32 << 20, depth: Int = 64, nodes: Int = 2_000_000, mistakes: Int = 100,
        takesTypeTags: Bool = true
    ) {
        self.takesTypeTags = takesTypeTags
        self.inputBytes = min(max(0, inputBytes), 1 << 30)
        self.depth = max(1, depth)
        self.nodes = max(1, nodes)
        self.mistakes = max(1, mistakes)
    }
}
