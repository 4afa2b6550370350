/// The value of a field of an announcement page.
enum PageField: Hashable, Sendable {
    /// Its blocks; none where the page has the field and nothing in it. It may be that the page shows a
    /// part of the value and hides the rest.
    case blocks([TextBlock], isPartly: Bool)
    /// The page hides it from this reader: what it says is not known, which is not the same as
    /// nothing.
    case notPublished

    init(_ blocks: [TextBlock]) {
        let hidden = blocks.indices.filter { place in
            LockedText.isOne(blocks[place].text, isLast: place + 1 == blocks.count)
        }
        let isHidden =
            !hidden.isEmpty
            && (hidden.count == blocks.count || LockedText.isMasked(blocks[0].text))
        self =
            isHidden
            ? .notPublished
            : .blocks(
                blocks.indices.filter { !hidden.contains($0) }.map { blocks[$0] },
                isPartly: !hidden.isEmpty)
    }

    var blocks: [TextBlock] {
        guard case .blocks(let blocks, _) = self else { return [] }
        return blocks
    }

    /// Whether a part of the value is hidden.
    var isPartly: Bool {
        guard case .blocks(_, let isPartly) = self else { return false }
        return isPartly
    }

    var lines: [String] { blocks.map(\.text) }
}
