/// A YAML document with the place of every node.
package final class YAMLDocument: Sendable {
    /// The text, in UTF-8; all spans refer to it.
    package let source: SourceText
    /// Its nodes.
    let tree: NodeTree

    /// The outermost node.
    package var root: YAMLNode { YAMLNode(document: self, index: 0) }

    /// A document from what the builder read.
    init(source: SourceText, tree: NodeTree) {
        self.source = source
        self.tree = tree
    }
}
