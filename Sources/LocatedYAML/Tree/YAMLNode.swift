import Glibc

/// A node of a YAML document; aliases and merge keys are already followed.
package struct YAMLNode: Sendable {
    package enum Kind: Sendable {
        case scalar, sequence, mapping
    }

    /// A key of a mapping with its value.
    package struct Entry: Sendable {
        package let key: YAMLNode
        package let value: YAMLNode
    }

    /// The document that the node belongs to, kept alive by it.
    let document: YAMLDocument
    /// The record of the node itself, never that of an alias.
    let index: UInt32

    package var source: SourceText { document.source }

    package var kind: Kind {
        switch record.shape {
        case .sequence: .sequence
        case .mapping: .mapping
        case .scalar, .alias: .scalar
        }
    }

    /// Where the node stands, without its anchor and tag; through an alias, where the anchored
    /// node stands.
    ///
    /// It ends at the last byte that belongs to the node: a closing quote or bracket, or the last
    /// character of the text, never blanks, comments or empty lines. A node without content has a
    /// span of no length.
    package var span: SourceSpan {
        SourceSpan(start: Int(record.start), end: Int(record.end))
    }

    /// The text of a scalar, whatever its style; empty for other kinds.
    package var text: String {
        guard kind == .scalar else { return "" }
        return withText { String(decoding: $0, as: UTF8.self) }
    }

    /// A scalar without quotes, not a block scalar and not tagged as text with `!` or `!!str`.
    package var isPlain: Bool { record.isPlain }

    /// The items of a sequence; empty for other kinds.
    package var items: [YAMLNode] {
        guard kind == .sequence else { return [] }
        var items: [YAMLNode] = []
        var item = index + 1
        while item < record.link {
            items.append(node(item))
            item = document.tree.next(after: item)
        }
        return items
    }

    /// The entries of a mapping in the order of the text, merged keys last; empty for other kinds.
    package var entries: [Entry] {
        guard kind == .mapping else { return [] }
        var entries: [Entry] = []
        forEachEntry { entries.append(Entry(key: $0, value: $1)) }
        return entries
    }

    /// Hands out the entries of a mapping as `entries` lists them, without a list of them.
    package func forEachEntry(_ body: (_ key: YAMLNode, _ value: YAMLNode) -> Void) {
        guard kind == .mapping else { return }
        document.tree.forEachKey(of: index) { body(node($0), node($0 + 1)) }
    }

    /// The value of a key of a mapping; nil where there is no such key, and for other kinds.
    ///
    /// Keys are compared byte by byte, as written: `1` and `"1"` are the same key, and two
    /// spellings of `é` are not.
    package func value(forKey key: String) -> YAMLNode? {
        guard kind == .mapping else { return nil }
        let tree = document.tree
        return tree.keys(of: index).first { node($0).hasText(key) }.map { node($0 + 1) }
    }

    /// Whether the text of a scalar is exactly this, byte by byte; false for other kinds.
    package func hasText(_ text: String) -> Bool {
        guard kind == .scalar else { return false }
        return withText { $0.count == text.utf8.count && $0.elementsEqual(text.utf8) }
    }

    /// How many UTF-8 bytes the text of a scalar has; 0 for other kinds.
    package var textCount: Int {
        kind == .scalar ? Int(document.tree.records[Int(index)].extra) : 0
    }

    /// Whether a byte stands in the text of a scalar; false for other kinds.
    package func hasByte(_ byte: UInt8) -> Bool {
        guard kind == .scalar else { return false }
        return withText { text in
            text.baseAddress.map { memchr($0, Int32(byte), text.count) != nil } ?? false
        }
    }

    private var record: NodeRecord { document.tree.records[Int(index)] }

    private func node(_ index: UInt32) -> YAMLNode {
        YAMLNode(document: document, index: document.tree.resolved(index))
    }

    /// Lends the UTF-8 bytes of a scalar's text; not for other kinds.
    package func withText<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        document.source.bytes.withUnsafeBytes { source in
            document.tree.withText(of: index, in: source, body)
        }
    }
}
