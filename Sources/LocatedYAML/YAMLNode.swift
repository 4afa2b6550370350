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

    let document: YAMLDocument
    let index: UInt32

    package var source: SourceText { document.source }
    package var kind: Kind { .scalar }
    /// Where the node stands; through an alias, where the anchored node stands.
    package var span: SourceSpan { SourceSpan(start: 0, end: 0) }
    /// The text of a scalar, whatever its style; empty for other kinds.
    package var text: String { "" }
    /// A scalar without quotes and not a block scalar.
    package var isPlain: Bool { false }
    /// The items of a sequence; empty for other kinds.
    package var items: [YAMLNode] { [] }
    /// The entries of a mapping in the order of the text, merged keys last; empty for other kinds.
    package var entries: [Entry] { [] }
}
