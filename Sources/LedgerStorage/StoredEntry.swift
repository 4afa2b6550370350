package import Rollout

/// An entry together with the bytes that it was read from.
package struct StoredEntry: Hashable, Sendable {
    package let entry: Entry
    /// The exact bytes that are stored, in canonical form.
    package let bytes: [UInt8]

    package init(entry: Entry, bytes: [UInt8]) {
        self.entry = entry
        self.bytes = bytes
    }
}
