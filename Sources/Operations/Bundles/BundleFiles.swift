import Rollout

/// The files of a bundle by their names, such as `entries/000001.json`.
package struct BundleFiles: Sendable {
    package private(set) var contents: [String: [UInt8]] = [:]
    package private(set) var size = 0

    package init() {}

    /// The folders of a bundle; it has none below them.
    static let folders = [
        "attestations", "checklists", "entries", "evidence", "receipts", "statements",
    ]
    /// The most bytes of all files together: all of them are in memory.
    static let mostBytes = 1 << 30
    static let mostFiles = 400_000

    package subscript(name: String) -> [UInt8]? { contents[name] }

    /// In the order of their bytes.
    package var names: [String] {
        contents.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The names in a folder, without it, in order.
    func names(in folder: String) -> [String] {
        names.filter { $0.hasPrefix("\(folder)/") }.map {
            String($0.dropFirst(folder.utf8.count + 1))
        }
    }

    package mutating func add(_ name: String, _ bytes: [UInt8]) throws(BundleFailure.Cause) {
        guard contents.count < Self.mostFiles else { throw .tooManyFiles(most: Self.mostFiles) }
        size += bytes.count
        guard size <= Self.mostBytes else { throw .tooLarge(most: Self.mostBytes) }
        guard contents.updateValue(bytes, forKey: name) == nil else { throw .twice(name) }
    }

    /// What `sha256sum --check` reads, over all files but itself and the page that names its digest.
    func sums(except names: Set<String>) -> [UInt8] {
        Array(
            self.names.filter { !names.contains($0) }.map { name in
                "\(ContentDigest(of: contents[name] ?? []).hex)  \(name)\n"
            }.joined().utf8)
    }
}
