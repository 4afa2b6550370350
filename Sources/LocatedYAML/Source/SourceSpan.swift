/// A stretch of a text, in bytes.
package struct SourceSpan: Hashable, Sendable {
    /// The first byte.
    package let start: Int
    /// After the last byte.
    package let end: Int

    /// A stretch from its first byte to the byte after its last.
    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
