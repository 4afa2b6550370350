import Foundation

/// The program `ledger-writer` as a process of its own, with its standard output in a pipe.
struct ChildProcess {
    private let pid: pid_t
    private let output: CInt
    private let errors: CInt

    /// Where the build puts executables: beside the one that runs the tests.
    private static func executable() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = URL(fileURLWithPath: tests).deletingLastPathComponent()
        // With the older runner the tests are a library that another program loads.
        let products = [tests] + CommandLine.arguments
        let folders =
            [beside.path]
            + products.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
        let candidates = folders.map { "\($0)/ledger-writer" }
        guard
            let path = candidates.first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else {
            throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: candidates])
        }
        return path
    }

    /// Starts the program.
    init(_ arguments: [String]) throws {
        let path = try Self.executable()
        var ends: [CInt] = [0, 0]
        var errorEnds: [CInt] = [0, 0]
        // Closed on exec, so that no other child keeps this pipe open.
        guard pipe(&ends) == 0, pipe(&errorEnds) == 0 else { throw POSIXError(.EMFILE) }
        // The smallest pipe that Linux makes (F_SETPIPE_SZ), so that a child which is to be killed
        // cannot run far ahead of the one who counts its lines.
        _ = fcntl(ends[1], 1031, 4096)
        for end in ends + errorEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errorEnds[1], STDERR_FILENO)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, path, &actions, nil, &words, environ)
        close(ends[1])
        close(errorEnds[1])
        output = ends[0]
        errors = errorEnds[0]
        self.pid = pid
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOEXEC) }
    }

    /// The lines of standard output, to its end; `kill` stops the program after so many of them.
    ///
    /// The program goes on while its lines are on their way, so that the signal comes at any point
    /// of what it does next. All lines that it wrote before it died are returned.
    func lines(killAfter limit: Int? = nil) -> [String] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        var lines = 0
        var isKilled = false
        while true {
            let count = read(output, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
            lines += buffer[..<count].count { $0 == 10 }
            if let limit, lines >= limit, !isKilled {
                kill(pid, SIGKILL)
                isKilled = true
            }
        }
        // A line without its end is one that was never told in full.
        return bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Waits for the end of the program: its exit status, or 128 and the signal, with its standard
    /// error.
    func end() -> (status: CInt, errors: String) {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(errors, &buffer, buffer.count)
            guard count > 0 else { break }
            text += buffer[..<count]
        }
        close(output)
        close(errors)
        var status: CInt = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return (
            signal == 0 ? (status >> 8) & 0xFF : 128 + signal, String(decoding: text, as: UTF8.self)
        )
    }
}
