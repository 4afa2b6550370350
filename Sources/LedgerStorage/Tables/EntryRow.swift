package import Rollout

/// A row of the table of entries, as a database has it.
package struct EntryRow {
    package let recordedAt: Column<Int64>
    /// Nil where it is no digest.
    package let digest: ContentDigest?
    /// 32 bytes for each subtree that the entry completes; nil where it is something else.
    package let subtrees: UnsafeRawBufferPointer?
    /// The exact bytes, as long as the row is handed over; nil where it holds something else.
    package let bytes: UnsafeBufferPointer<UInt8>?

    /// What a column holds.
    package enum Column<Value> {
        case value(Value)
        /// There is no such row.
        case absent
        /// It holds a value of another type.
        case unreadable
    }

    package init(
        recordedAt: Column<Int64>, digest: ContentDigest?, subtrees: UnsafeRawBufferPointer?,
        bytes: UnsafeBufferPointer<UInt8>?
    ) {
        self.recordedAt = recordedAt
        self.digest = digest
        self.subtrees = subtrees
        self.bytes = bytes
    }
}
