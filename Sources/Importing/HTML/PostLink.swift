/// A link of a post, as it was written.
package struct PostLink: Hashable, Sendable {
    /// The address with its entities decoded; it need not be one.
    package let address: String
    /// What the link is called; empty for a link around nothing.
    package let text: String
}
