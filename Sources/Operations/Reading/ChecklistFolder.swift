import Files
import Foundation

/// Finds the checklists of a folder.
package enum ChecklistFolder {
    /// The names with each folder replaced by the checklists in it, in the order of their paths.
    ///
    /// A checklist is a `.yaml` or `.yml` file with a line that begins with `readiness:`; hidden
    /// files and folders are left out.
    package static func expand(_ names: [String]) throws(OperationFailure) -> [String] {
        var expanded: [String] = []
        for name in names {
            guard Folder.exists(name) else {
                expanded.append(name)
                continue
            }
            let found = checklists(in: name)
            guard !found.isEmpty else { throw .noChecklists(folder: name) }
            expanded += found
        }
        return expanded
    }

    private static func checklists(in folder: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        let start = folder.hasSuffix("/") ? folder : "\(folder)/"
        return paths.filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") }
                && (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
        }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { start + $0 }
        .filter(isChecklist)
    }

    /// More than this is no checklist that is read anyway.
    private static let mostBytes = 64 << 20

    /// One that cannot be read counts, so that somebody is told.
    private static func isChecklist(_ path: String) -> Bool {
        guard let file = try? RegularFile(path: path), let bytes = try? file.bytes(limit: mostBytes)
        else { return true }
        return bytes.split(separator: UInt8(ascii: "\n")).contains {
            $0.starts(with: "readiness:".utf8)
        }
    }
}
