/// A file that was shown as evidence; a copy is kept beside the ledger by its digest.
package struct EvidenceFile: Hashable, Sendable {
    /// Its name for readers; never a path that anything is opened by.
    package let name: String
    package let file: FileReference

    package init(name: String, file: FileReference) {
        self.name = name
        self.file = file
    }
}
