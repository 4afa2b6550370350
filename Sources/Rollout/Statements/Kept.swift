/// Content of a statement: in it where it fits, else beside the ledger by its digest.
package enum Kept<Content: Hashable & Sendable>: Hashable, Sendable {
    case inline(Content)
    case stored(FileReference)

    /// The content where it stands in the statement; nil where it is kept beside the ledger.
    package var content: Content? {
        guard case .inline(let content) = self else { return nil }
        return content
    }
}
