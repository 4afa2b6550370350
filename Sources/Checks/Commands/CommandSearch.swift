import Files
import Glibc
import Rollout

/// Finds the program that a command names, before anything is started.
struct CommandSearch: Sendable {
    /// There is no program to start.
    struct Failure: Error, Hashable {
        let obstacle: Obstacle

        init(_ code: Obstacle.Code, _ values: [String: String] = [:]) {
            obstacle = Obstacle(code, values)
        }
    }

    /// The folder that a relative path counts from.
    let directory: String
    /// The folders that a plain name is looked for in, as the variable `PATH` has them.
    let searchPath: String

    /// The path of the program.
    func program(_ name: String) throws(Failure) -> String {
        guard !name.isEmpty else { throw Failure(.commandUnusable) }
        if name.utf8.contains(UInt8(ascii: "/")) {
            let path = name.hasPrefix("/") ? name : "\(directory)/\(name)"
            try confirm(path)
            return path
        }
        // A relative folder would lead elsewhere once the command starts in its own.
        let candidates = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
            .map { "\($0)/\(name)" }
        if let path = candidates.first(where: { access($0, X_OK) == 0 && !Folder.exists($0) }) {
            return path
        }
        if let path = candidates.first(where: { access($0, F_OK) == 0 }) {
            try confirm(path)
        }
        throw Failure(.programNotFound, ["program": name])
    }

    /// The folder to run in is one.
    func confirmDirectory() throws(Failure) {
        guard !Folder.exists(directory) else { return }
        let detail =
            access(directory, F_OK) == 0 ? "it is not a folder" : SystemError().description
        throw Failure(.folderUnusable, ["folder": directory, "detail": detail])
    }

    private func confirm(_ path: String) throws(Failure) {
        func refuse(_ detail: String) throws(Failure) {
            throw Failure(.programNotStarted, ["program": path, "detail": detail])
        }
        guard access(path, F_OK) == 0 else { return try refuse(SystemError().description) }
        if Folder.exists(path) { try refuse(SystemError(EISDIR).description) }
        guard access(path, X_OK) == 0 else {
            return try refuse("it is there, but there is no permission to execute it")
        }
    }
}
