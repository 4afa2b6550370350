/// A YAML document with the place of every node.
package final class YAMLDocument: Sendable {
    /// The text, in UTF-8; all spans refer to it.
    package let source: SourceText
    let tree: NodeTree

    package var root: YAMLNode { YAMLNode(document: self, index: 0) }

    init(source: SourceText, tree: NodeTree) {
        self.source = source
        self.tree = tree
    }
}
