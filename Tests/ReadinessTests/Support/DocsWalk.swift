import Foundation
import Testing

/// The files and commands of a page, as one walk through a shell.
struct DocsWalk {
    /// A command of the page with what is shown below it.
    struct Command {
        let text: String
        /// The line of the page, counted from 1.
        let line: Int
        var output: [String] = []
        /// The next command asks for the exit status, so that it may be any.
        var mayFail = false
    }

    /// What a command came to.
    struct Result {
        var output: [String] = []
        var status = -1
    }

    private(set) var commands: [Command] = []
    /// The shell's script: files are written and commands carried out in the order of the page.
    private var script = "status=0\n"

    /// Takes the `sh` blocks, whose commands begin with `$ `, and the `yaml` blocks, whose first
    /// line is a comment with the name of the file.
    init(page: String) {
        for block in DocsFencedBlock.all(in: page) {
            switch block.info {
            case "yaml":
                let name = block.lines.first.map { String($0.dropFirst(2)) } ?? ""
                script += "cat >'\(name)' <<'end of the file'\n\(block.text)end of the file\n"
            case "sh": read(block)
            default: break
            }
        }
        for index in commands.indices.dropLast() where commands[index + 1].text == "echo $?" {
            commands[index].mayFail = true
        }
    }

    private mutating func read(_ block: DocsFencedBlock) {
        for (offset, line) in block.lines.enumerated() {
            if line.hasPrefix("$ ") {
                let number = commands.count
                let text = String(line.dropFirst(2))
                commands.append(Command(text: text, line: block.line + offset))
                // `$?` is the status of the command before, as in a shell that somebody types into.
                script += """
                    printf '%s begin \(number)\\n' "$mark"
                    (exit $status)
                    \(text)
                    status=$?
                    printf '%s end \(number) %s\\n' "$mark" "$status"

                    """
            } else if !commands.isEmpty {
                commands[commands.count - 1].output.append(line)
            }
        }
    }

    /// Carries the walk out in an empty folder, which is removed afterwards.
    func carryOut() throws -> [Result] {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("walk-\(UUID().uuidString)")
        let start = folder.appendingPathComponent("start")
        try files.createDirectory(at: start, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        let printed = folder.appendingPathComponent("printed")
        try Data().write(to: printed)
        let output = try FileHandle(forWritingTo: printed)
        let mark = "--- \(UUID().uuidString)"
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", script]
        shell.currentDirectoryURL = start
        shell.environment = [
            "PATH": "\(try Self.programs()):/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
            "mark": mark,
        ]
        shell.standardInput = FileHandle.nullDevice
        // A file and not a pipe, so that nothing has to be drained while the shell runs.
        shell.standardOutput = output
        shell.standardError = output
        try shell.run()
        shell.waitUntilExit()
        try output.close()
        return results(of: try String(contentsOf: printed, encoding: .utf8), mark)
    }

    private func results(of printed: String, _ mark: String) -> [Result] {
        var results = commands.map { _ in Result() }
        var current: Int?
        for line in printed.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("\(mark) begin "), let number = words.last.flatMap({ Int($0) }) {
                current = number
            } else if line.hasPrefix("\(mark) end "), let status = words.last.flatMap({ Int($0) }) {
                if let current { results[current].status = status }
                current = nil
            } else if let current, !Self.isProgress(line) {
                results[current].output.append(String(line))
            }
        }
        return results
    }

    /// Whether a line is what stands in for a progress bar where there is no terminal: `[1/3] …`.
    private static func isProgress(_ line: Substring) -> Bool {
        line.hasPrefix("[") && line.dropFirst().prefix { $0 != "]" }.contains("/")
            && line.dropFirst().prefix { $0 != "]" }.allSatisfy { $0.isNumber || $0 == "/" }
    }

    /// The folder that the build puts `readiness` into: that of the running tests.
    private static func programs() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let places = [tests] + CommandLine.arguments
        let folders = places.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
        let folder = folders.first {
            FileManager.default.isExecutableFile(atPath: "\($0)/readiness")
        }
        return try #require(folder, "readiness was not built beside the tests: \(folders)")
    }
}
