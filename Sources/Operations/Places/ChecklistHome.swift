import Files

/// Where a checklist is at home: the folder that holds the nearest `checklists` folder above it,
/// else its own folder.
struct ChecklistHome {
    /// The folder from the root.
    let folder: String
    /// The path of the checklist from there, as statements name it.
    let place: String

    /// - Parameters:
    ///   - path: The file, which need not exist.
    ///   - base: What a relative path counts from, from the root.
    init(of path: String, from base: String) {
        let parts = Self.parts(path.hasPrefix("/") ? path : "\(base)/\(path)")
        let name = parts.last ?? path
        for count in stride(from: max(0, parts.count - 1), through: 0, by: -1) {
            let folder = Self.path(parts.prefix(count))
            guard Folder.exists("\(folder == "/" ? "" : folder)/checklists") else { continue }
            self.folder = folder
            place = parts.dropFirst(count).joined(separator: "/")
            return
        }
        folder = Self.path(parts.dropLast())
        place = name
    }

    /// The parts of a path from the root, without `.`, `..` and empty ones.
    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").reduce(into: []) { parts, part in
            switch part {
            case ".": break
            case "..": if !parts.isEmpty { parts.removeLast() }
            default: parts.append(String(part))
            }
        }
    }

    private static func path(_ parts: some Sequence<String>) -> String {
        "/" + parts.joined(separator: "/")
    }
}
