import ChecklistDecoding
import Fields
import Files
import LocatedYAML

/// Finds the checklists of a folder.
package enum ChecklistFolder {
    /// The names with each folder replaced by the checklists in it, in the order of their paths.
    ///
    /// A checklist is a `.yaml` or `.yml` file with the key `readiness`, or one that looks as if it
    /// was meant; one that cannot be read counts too, so that somebody is told. `skipped` is told of
    /// the files without it. Of what is hidden only a file that speaks of the key counts.
    package static func expand(
        _ names: [String], skipped: ([String]) -> Void
    ) throws(OperationFailure) -> [String] {
        var expanded: [String] = []
        for name in names {
            guard Folder.exists(name) else {
                expanded.append(name)
                continue
            }
            var found: [String] = []
            var others: [String] = []
            for path in try FolderWalk.files(in: name) {
                let isHidden = isHidden(path, below: name)
                if isChecklist(path, isHidden: isHidden) {
                    found.append(path)
                } else if !isHidden, !isSet(path) {
                    others.append(path)
                }
            }
            skipped(others)
            guard !found.isEmpty else { throw .noChecklists(folder: name) }
            expanded += found
        }
        return expanded
    }

    private static func isHidden(_ path: String, below folder: String) -> Bool {
        path.dropFirst(folder.count).split(separator: "/").contains { $0.hasPrefix(".") }
    }

    /// More than this is no checklist that is read anyway.
    private static let mostBytes = 64 << 20

    /// Whether it is a step set, which lies beside the checklists that use it.
    private static func isSet(_ path: String) -> Bool {
        guard let file = try? RegularFile(path: path), let bytes = try? file.bytes(limit: mostBytes)
        else { return false }
        return hasLine(bytes, "\(StepSetKey.version):")
    }

    /// Whether a line begins with a word.
    private static func hasLine(_ bytes: [UInt8], _ word: String) -> Bool {
        var rest = bytes[...]
        while !rest.starts(with: word.utf8) {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return false }
            rest = rest[(end + 1)...]
        }
        return true
    }

    private static func isChecklist(_ path: String, isHidden: Bool) -> Bool {
        guard let file = try? RegularFile(path: path), let bytes = try? file.bytes(limit: mostBytes)
        else { return true }
        // The usual way to write it takes no parser.
        guard !hasLine(bytes, "readiness:") else { return true }
        let reading = YAMLReader.read(SourceText(path: path, bytes: bytes))
        guard case .success(let document) = reading else {
            return !isHidden || String(decoding: bytes, as: UTF8.self).contains("readiness")
        }
        return document.root.entries.contains { entry in
            entry.key.text != StepSetKey.version
                && NearestName.nearest(to: entry.key.text, among: ["readiness"]) != nil
        }
    }
}
