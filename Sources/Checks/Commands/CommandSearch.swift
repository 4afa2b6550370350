import Glibc

/// Finds the program that a command names, before anything is started.
struct CommandSearch: Sendable {
    /// Why there is no program to start; a sentence.
    struct Failure: Error, Hashable {
        let reason: String
    }

    /// The folder that a relative path counts from.
    let directory: String
    /// The folders that a plain name is looked for in, as the variable `PATH` has them.
    let searchPath: String

    /// The path of the program.
    func program(_ name: String) throws(Failure) -> String {
        guard !name.isEmpty else { throw Failure(reason: "The command has an empty name.") }
        if name.utf8.contains(UInt8(ascii: "/")) {
            let path = name.hasPrefix("/") ? name : "\(directory)/\(name)"
            try confirm(path, name)
            return path
        }
        // A relative folder would lead elsewhere once the command starts in its own.
        let candidates = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
            .map { "\($0)/\(name)" }
        if let path = candidates.first(where: { access($0, X_OK) == 0 && !isDirectory($0) }) {
            return path
        }
        if let path = candidates.first(where: { access($0, F_OK) == 0 }) {
            try confirm(path, name)
        }
        throw Failure(
            reason: "The program \(name) was not found in the folders of PATH.")
    }

    /// The folder to run in is one.
    func confirmDirectory() throws(Failure) {
        guard !isDirectory(directory) else { return }
        let exists = access(directory, F_OK) == 0
        throw Failure(
            reason: "The folder \(directory), in which the command is to run, "
                + (exists ? "is not a folder." : "does not exist."))
    }

    private func confirm(_ path: String, _ name: String) throws(Failure) {
        guard access(path, F_OK) == 0 else {
            throw Failure(
                reason: errno == ENOENT || errno == ENOTDIR
                    ? "The program \(path) does not exist."
                    : "The program \(path) could not be looked at:"
                        + " \(String(cString: strerror(errno)))."
            )
        }
        if isDirectory(path) {
            throw Failure(reason: "The program \(path) is a folder.")
        }
        guard access(path, X_OK) == 0 else {
            throw Failure(
                reason: "The program \(path) is there, but there is no permission to execute it.")
        }
    }

    private func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
