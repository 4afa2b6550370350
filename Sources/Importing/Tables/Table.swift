/// A table of texts, with the place that each row has in its source.
package struct Table: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// From 1, as spreadsheets count.
        package let number: Int
        package let cells: [String]
    }

    /// The name of the sheet; empty where the source has none.
    package let sheet: String
    /// The rows that are not empty; the first one is the head.
    package let rows: [Row]

    /// More than this is no plan that a person reads.
    package static let mostRows = 10_000
    static let mostColumns = 256
    static let mostBytesOfACell = 1 << 16
    package static let mostBytes = 64 << 20
}
