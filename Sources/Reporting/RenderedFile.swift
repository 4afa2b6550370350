/// A file that a report format wrote.
package struct RenderedFile: Hashable, Sendable {
    /// Without a folder: no name holds a path separator.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
