import Checks
import Files
import Rollout

/// The programs and scripts that executions name by a relative path, which trust binds by digest.
///
/// That is the program itself, and each word behind it or in a script of a shell that names a file
/// which can be executed: by its rights, by its first line, or by what its name ends with. A file of
/// data that a command reads may change as it likes.
enum RelativePrograms {
    private static let endings = [
        "sh", "bash", "zsh", "ksh", "fish", "py", "pl", "rb", "js", "mjs", "ts", "ps1", "php",
        "lua", "tcl", "awk", "sed", "jq", "sql", "R", "groovy", "jar",
    ]
    /// What parts the words of a script of a shell.
    private static let parting = Set(" \t\n\r\"'`;|&<>(){}=$,")

    /// By path from the root, the digest of what each holds; nil where there is nothing to read.
    static func digests(of executions: [Execution], folder: String) -> [String: ContentDigest?] {
        var digests: [String: ContentDigest?] = [:]
        for execution in executions {
            let start =
                execution.directory.hasPrefix("/")
                ? execution.directory : "\(folder)/\(execution.directory)"
            func path(_ name: some StringProtocol) -> String {
                "/"
                    + "\(start)/\(name)".split(separator: "/").filter { $0 != "." }
                    .joined(separator: "/")
            }
            if isRelative(execution.program), execution.program.contains("/") {
                let path = path(execution.program)
                digests.updateValue(content(path), forKey: path)
            }
            for word in words(of: execution) where isRelative(word) {
                let path = path(word)
                guard digests[path] == nil, isProgram(path) else { continue }
                digests.updateValue(content(path), forKey: path)
            }
        }
        return digests
    }

    private static func words(of execution: Execution) -> [Substring] {
        let texts = execution.script.map { [$0] } ?? Array(execution.argv.dropFirst())
        return texts.flatMap { text in
            [Substring(text)] + text.split { parting.contains($0) }
        }
    }

    private static func isRelative(_ name: some StringProtocol) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0)
    }

    private static func isProgram(_ path: String) -> Bool {
        guard path.utf8.count < 4096, let file = try? RegularFile(path: path) else { return false }
        if file.mode & 0o111 != 0 { return true }
        let name = path.split(separator: "/").last ?? ""
        if let dot = name.lastIndex(of: "."),
            endings.contains(String(name[name.index(after: dot)...]))
        {
            return true
        }
        return (try? file.piece(2)) == Array("#!".utf8)
    }

    private static func content(_ path: String) -> ContentDigest? {
        guard let file = try? RegularFile(path: path) else { return nil }
        var hasher = ContentDigest.Hasher()
        while let piece = try? file.piece(1 << 20) {
            guard !piece.isEmpty else { return hasher.digest }
            hasher.add(piece)
        }
        return nil
    }
}
