/// A stretch of a text, in bytes.
package struct SourceSpan: Hashable, Sendable {
    package let start: Int
    /// After the last byte.
    package let end: Int

    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
