/// The value of a field of an announcement page.
enum PageField: Hashable, Sendable {
    /// Its blocks; none where the page has the field and nothing in it.
    case blocks([TextBlock])
    /// The page hides it from this reader: what it says is not known, which is not the same as
    /// nothing.
    case notPublished

    init(_ blocks: [TextBlock]) {
        // A row of X stands in place of a hidden value.
        let isHidden = blocks.first.map { $0.text.hasPrefix("XXX") } ?? false
        self = isHidden ? .notPublished : .blocks(blocks)
    }

    var blocks: [TextBlock] {
        guard case .blocks(let blocks) = self else { return [] }
        return blocks
    }

    var lines: [String] { blocks.map(\.text) }
}
