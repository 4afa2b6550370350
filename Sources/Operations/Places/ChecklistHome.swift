import Files
import Glibc

/// Where a checklist is at home, and where its checks run: worked out here and nowhere else, so
/// that what is checked is what the place of a statement says.
package struct ChecklistHome: Hashable, Sendable {
    /// The folder from the root that holds the nearest `checklists` folder above the checklist,
    /// else the checklist's own folder.
    package let folder: String
    /// The path of the checklist from there, as statements name it.
    package let place: String
    /// The checklist's own folder from the root, which its checks count relative paths from.
    package let checksFolder: String

    /// The path of the checklist from the root.
    package var path: String { folder == "/" ? "/\(place)" : "\(folder)/\(place)" }

    /// - Parameters:
    ///   - path: The file, which need not exist; links are followed.
    ///   - base: What a relative path counts from, from the root.
    package init(of path: String, from base: String) {
        let parts = Self.parts(path.hasPrefix("/") ? path : "\(base)/\(path)")
        let name = parts.last.map { String($0) } ?? path
        checksFolder = Self.path(parts.dropLast())
        for count in stride(from: max(0, parts.count - 1), through: 0, by: -1) {
            let folder = Self.path(parts.prefix(count))
            guard Folder.exists("\(folder == "/" ? "" : folder)/checklists") else { continue }
            self.folder = folder
            place = parts.dropFirst(count).joined(separator: "/")
            return
        }
        folder = checksFolder
        place = name
    }

    /// The home of a text that a ledger kept: its place below the home of the working folder; nil
    /// where the place leads to no folder, or to that of another place.
    package init?(recorded place: String, from base: String) {
        let home = ChecklistHome(of: "checklist", from: base).folder
        self.init(of: place, from: home)
        guard self.place == place, folder == home, Folder.exists(checksFolder) else { return nil }
    }

    /// The parts of a path from the root, without links, `.`, `..` and empty ones.
    ///
    /// `..` behind a link leads elsewhere than its text says, so the system is asked first. A link to a
    /// checklist is that checklist, and no second one at another place.
    private static func parts(_ path: String) -> [Substring] {
        if let end = realpath(path, nil) {
            defer { free(end) }
            return String(cString: end).split(separator: "/")
        }
        guard let slash = path.lastIndex(of: "/") else { return [Substring(path)] }
        let name = path[path.index(after: slash)...]
        guard !name.isEmpty, name != ".", name != "..",
            let end = realpath(String(path[...slash]), nil)
        else { return cleaned(path) }
        defer { free(end) }
        return String(cString: end).split(separator: "/") + [name]
    }

    private static func cleaned(_ path: String) -> [Substring] {
        path.split(separator: "/").reduce(into: []) { parts, part in
            switch part {
            case ".": break
            case "..": if !parts.isEmpty { parts.removeLast() }
            default: parts.append(part)
            }
        }
    }

    private static func path(_ parts: some Sequence<Substring>) -> String {
        "/" + parts.joined(separator: "/")
    }
}
