import Glibc
import LocatedYAML
import Reporting
import Testing

struct SourceFileTests {
    /// A folder of its own for one test, removed with everything in it when the test ends.
    private final class Folder {
        let path: String

        init() throws {
            var template = Array("\(P_tmpdir)/located-yaml-XXXXXX".utf8CString)
            path = try #require(mkdtemp(&template).map { String(cString: $0) })
        }

        deinit {
            for name in ["file.yaml", "fifo", "link", "folder"] {
                unlink("\(path)/\(name)")
                rmdir("\(path)/\(name)")
            }
            rmdir(path)
        }

        func write(_ text: String) throws -> String {
            let file = "\(path)/file.yaml"
            let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            try #require(descriptor >= 0)
            defer { close(descriptor) }
            let bytes = Array(text.utf8)
            try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
            return file
        }
    }

    /// What a person reads about a path that cannot be read.
    private func refusal(_ path: String, limit: Int = 1 << 20) -> String {
        switch YAMLReader.read(path: path, limits: YAMLLimits(inputBytes: limit)) {
        case .success: "it was read"
        case .failure(let mistakes): DiagnosticText.render(mistakes.all)
        }
    }

    @Test("A file is read, also through a link")
    func file() throws {
        let folder = try Folder()
        let file = try folder.write("a: é\n")
        let read = try YAMLReader.read(path: file).get()
        #expect(read.root.outline == "{a: é}")
        #expect(read.source.path == file)
        symlink(file, "\(folder.path)/link")
        #expect(try YAMLReader.read(path: "\(folder.path)/link").get().root.outline == "{a: é}")
    }

    @Test("A file whose size is not known beforehand is read to its end")
    func unknownSize() throws {
        let read = try YAMLReader.read(path: "/proc/self/status").get()
        #expect(read.root.value(forKey: "Pid")?.text == "\(getpid())")
    }

    @Test("A path that does not exist")
    func missing() throws {
        let path = try Folder().path + "/none.yaml"
        #expect(
            refusal(path) == """
                \(path):1:1: error: this cannot be read: it does not exist [unreadable]
                  fix: check the path
                """)
    }

    @Test(
        "Paths that are not files are refused with their kind, at once",
        arguments: [
            ("/", "it is a folder, not a file"), ("/dev/null", "it is a device, not a file"),
            ("", "the path is empty"), ("a\0b", "the path contains a NUL character"),
            ("/dev/null/x", "a part of its path is a file, not a folder"),
            ("-", "it does not exist"),
        ])
    func kinds(path: String, reason: String) {
        let text = refusal(path)
        #expect(
            text.contains(":1:1: error: this cannot be read: \(reason) [unreadable]\n  fix: "),
            "\(text)")
    }

    @Test("A FIFO without a writer is refused and not waited for")
    func fifo() throws {
        let folder = try Folder()
        let path = folder.path + "/fifo"
        try #require(mkfifo(path, 0o600) == 0)
        #expect(
            refusal(path) == """
                \(path):1:1: error: this cannot be read: it is a pipe, not a file [unreadable]
                  fix: name a file
                """)
    }

    @Test("A file that may not be read", .enabled(if: geteuid() != 0, "root may read everything"))
    func forbidden() throws {
        let folder = try Folder()
        let file = try folder.write("a: 1")
        chmod(file, 0)
        #expect(refusal(file).contains("error: you may not read the file [unreadable]"))
    }

    @Test("A file that is too large, by its size or while it is read")
    func tooLarge() throws {
        let folder = try Folder()
        let file = try folder.write("a: 12345")
        #expect(refusal(file, limit: 8) == "it was read")
        #expect(
            refusal(file, limit: 7) == """
                \(file):1:1: error: this cannot be read: it is larger than 7 bytes, the most that is read \
                [unreadable]
                  fix: split the file
                """)
        #expect(refusal("/proc/self/status", limit: 20).contains("larger than 20 bytes"))
    }

    @Test("An empty file")
    func empty() throws {
        let folder = try Folder()
        let file = try folder.write("")
        #expect(
            refusal(file) == """
                \(file):1:1: error: the file is empty [empty]
                  fix: write at least one key and its value
                """)
    }
}
