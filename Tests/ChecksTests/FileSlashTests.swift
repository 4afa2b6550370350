import CanonicalJSON
import Checks
import Glibc
import Rollout
import Testing

/// What a `file` check says of paths that ask for a directory by a slash at their end.
struct FileSlashTests {
    private static func outcome(_ folder: Folder, _ options: String) async throws -> CheckOutcome {
        try await CheckKind.file.outcome(options, folder: folder.path)
    }

    @Test(
        "a file under the path without its slash is neither a directory nor absent",
        arguments: ["a/", "a//", "a/.", "a/./", "dangling/"])
    func noDirectory(_ path: String) async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "x".utf8)
            symlink("nothing", folder.path("dangling"))
            for exists in [true, false] {
                let result = try await Self.outcome(folder, "path: \(path), exists: \(exists)")
                #expect(result.outcome == .unmet, "\(exists): \(result.summary)")
                #expect(result.facts["exists"] == false)
            }
        }
    }

    @Test(
        "a link to a file is told from one to nothing",
        arguments: [
            ("link/", "something that is no directory"),
            ("link/.", "something that is no directory"),
            ("dangling/", "a link to nothing, which does not exist"),
            ("dangling", "a link to nothing, which does not exist"),
        ])
    func links(_ path: String, _ words: String) async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "x".utf8)
            symlink("a", folder.path("link"))
            symlink("nothing", folder.path("dangling"))
            let result = try await Self.outcome(folder, "path: \(path)")
            #expect(result.unmet == [words], "\(result.summary)")
        }
    }

    @Test("a directory is there with its slash, and nothing is nothing")
    func directory() async throws {
        try await Folder.temporary { folder in
            mkdir(folder.path("d"), 0o755)
            symlink("d", folder.path("l"))
            for path in ["d/", "d/.", "l/", "./"] {
                let result = try await Self.outcome(folder, "path: \(path), type: directory")
                #expect(result.outcome == .met, "\(path): \(result.summary)")
            }
            let absent = try await Self.outcome(folder, "path: none/, exists: false")
            #expect(absent.outcome == .met, "\(absent.summary)")
        }
    }
}
