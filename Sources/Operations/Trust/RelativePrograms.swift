import Checks
import Files
import Rollout

/// The programs and scripts that executions name by a relative path, which trust binds by digest.
///
/// That is the program itself, and each word of a command that names a file which can be executed: by
/// its rights, by its first line, by what its name ends with, or because an interpreter stands before it.
/// A file of data that a command reads may change as it likes.
struct RelativePrograms {
    /// By path from the root, the digest of what each holds; nil where there is nothing to read.
    private(set) var digests: [String: ContentDigest?] = [:]
    /// The folders that are run, in which an interpreter looks for itself.
    private(set) var folders: Set<String> = []
    /// What was looked at, so that a word that stands in many commands is looked at once.
    private var seen: Set<String> = []

    private static let endings: Set = [
        "sh", "bash", "zsh", "ksh", "fish", "py", "pl", "rb", "js", "mjs", "ts", "ps1", "php",
        "lua", "tcl", "awk", "sed", "jq", "sql", "R", "groovy", "jar",
    ]
    /// The files that Make looks for, in its order.
    private static let makefiles = ["GNUmakefile", "makefile", "Makefile"]

    init(of executions: [Execution], folder: String) {
        for execution in executions { add(execution, folder) }
    }

    private mutating func add(_ execution: Execution, _ folder: String) {
        let start =
            execution.directory.hasPrefix("/")
            ? execution.directory : "\(folder)/\(execution.directory)"
        if execution.script == nil, execution.program.contains("/") {
            bind(execution.program, in: start)
        }
        let command = Self.words(of: execution)
        for folder in Self.folders(of: command, from: start) { add(command, in: folder) }
    }

    /// What executions run that no trust can be tied to, as they name it.
    static func unbound(in executions: [Execution]) -> [String] {
        executions.flatMap(\.unbound)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func words(of execution: Execution) -> CommandWords {
        execution.script.map { CommandWords(script: $0) }
            ?? CommandWords(arguments: execution.argv)
    }

    private mutating func add(_ command: CommandWords, in folder: String) {
        for word in command.run { offer(word, in: folder, isRun: true) }
        for word in command.words { offer(word, in: folder, isRun: false) }
        for module in command.modules {
            for name in ["\(module).py", "\(module)/__main__.py"] {
                offer(name, in: folder, isRun: true)
            }
        }
        guard command.runsMakefile else { return }
        // One that is not there yet would come before the one that is.
        for name in Self.makefiles {
            bind(name, in: folder)
            if digests[Self.path(name, in: folder)].flatMap(\.self) != nil { break }
        }
    }

    /// Binds a word that names a file which is run.
    private mutating func offer(_ word: String, in folder: String, isRun: Bool) {
        guard !word.hasPrefix("/"), !word.utf8.contains(0), word.utf8.count < 4096 else {
            return
        }
        let path = Self.path(word, in: folder)
        guard digests[path] == nil else { return }
        // What stands behind an interpreter here may have been looked at as data before.
        guard isRun || seen.insert(path).inserted else { return }
        guard let file = try? RegularFile(path: path) else {
            if isRun, Folder.exists(path) { folders.insert(path) }
            return
        }
        if isRun || Self.isProgram(file, path) { bind(word, in: folder) }
    }

    private mutating func bind(_ name: String, in folder: String) {
        guard !name.hasPrefix("/"), !name.utf8.contains(0) else { return }
        let path = Self.path(name, in: folder)
        guard digests[path] == nil else { return }
        digests.updateValue(Self.content(path), forKey: path)
    }

    private static func path(_ name: String, in folder: String) -> String {
        "/" + "\(folder)/\(name)".split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    /// The folder that a command runs in, and those that it goes to.
    private static func folders(of command: CommandWords, from start: String) -> [String] {
        var folders = [start]
        for next in command.folders {
            let found = next.hasPrefix("/") ? [next] : folders.map { path(next, in: $0) }
            folders += found.filter { Folder.exists($0) && !folders.contains($0) }
        }
        return folders
    }

    private static func isProgram(_ file: RegularFile, _ path: String) -> Bool {
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
