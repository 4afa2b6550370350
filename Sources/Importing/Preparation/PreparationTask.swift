/// Something that a post asks, advises or offers its readers to do.
package struct PreparationTask: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The three sentences that most posts end with, and training.
        case review, notify, documentation, training
        /// What is special to the post.
        case other
    }

    package let kind: Kind
    /// The sentence, as the post has it.
    package let text: String
}
