/// A report as a list of blocks, before a format writes them.
package struct Document: Sendable {
    /// What a format writes in its own way.
    package enum Block: Sendable {
        case heading(Int, Inline)
        case paragraph(Inline)
        case list([Inline])
        case table([Inline], rows: [[Inline]])
        /// Text that is shown as it is, but for what cannot be seen.
        case code(String, language: StaticString)
        /// A Markdown text of the checklist's author, in a quotation that it cannot leave.
        case quote(String, links: Bool)
        case timeline(Timeline)
        /// A place that a link within the report leads to; the name is ours.
        case anchor(String)
        /// A part that is folded until a reader opens it.
        case details(Inline, [Block])
    }

    package private(set) var blocks: [Block] = []

    package init() {}

    package mutating func append(_ other: Document) { blocks += other.blocks }

    package mutating func heading(_ level: Int, _ title: Inline) {
        blocks.append(.heading(level, title))
    }

    package mutating func paragraph(_ text: Inline) {
        if !text.isEmpty { blocks.append(.paragraph(text)) }
    }

    package mutating func list(_ items: [Inline]) {
        if !items.isEmpty { blocks.append(.list(items)) }
    }

    /// A table without the columns in which no row has anything; nothing where there are no rows.
    package mutating func table(_ header: [Inline], rows: [[Inline]]) {
        guard !rows.isEmpty else { return }
        let kept = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        blocks.append(
            .table(kept.map { header[$0] }, rows: rows.map { row in kept.map { row[$0] } }))
    }

    package mutating func code(_ text: String, language: StaticString) {
        blocks.append(.code(text, language: language))
    }

    /// Without `links` nothing of it can be followed in HTML: so it is where people sign.
    package mutating func quote(authorsMarkdown text: String, links: Bool = true) {
        if !text.isEmpty { blocks.append(.quote(text, links: links)) }
    }

    package mutating func timeline(_ timeline: Timeline) { blocks.append(.timeline(timeline)) }

    package mutating func anchor(_ name: String) { blocks.append(.anchor(name)) }

    package mutating func details(_ summary: Inline, _ write: (inout Document) -> Void) {
        var inner = Document()
        write(&inner)
        if !inner.blocks.isEmpty { blocks.append(.details(summary, inner.blocks)) }
    }
}
