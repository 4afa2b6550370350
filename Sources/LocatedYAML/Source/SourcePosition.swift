/// A place in a text.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// From 1; lines end at LF, CR LF or CR, as editors count.
    package let line: Int
    /// From 1, in characters as people see them.
    package let column: Int
    /// From 0, in bytes of the UTF-8 text.
    package let offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// In the order of the text.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.offset < right.offset
    }
}
