import CanonicalJSON
import Checks
import Rollout
import Testing

/// What a `file` check says of paths and sizes that are not what they seem.
struct FileKernelTests {
    @Test("a file whose content the kernel makes up has no size, however it is compared")
    func size() async throws {
        for size in ["{maximum: 5}", "{minimum: 1}", "0"] {
            let outcome = try await CheckKind.file.outcome("path: /proc/version, size: \(size)")
            #expect(outcome.outcome == .undetermined, "\(outcome.summary)")
            #expect(outcome.unknown == ["a file that the kernel gives no size"])
            #expect(outcome.facts["size-bytes"] == nil)
        }
        let there = try await CheckKind.file.outcome("path: /proc/version, type: file")
        #expect(there.outcome == .met, "\(there.summary)")
        let folder = try await CheckKind.file.outcome("path: /proc, size: {maximum: 5}")
        #expect(folder.outcome == .unmet, "\(folder.summary)")
    }

    @Test("an empty file elsewhere has a size")
    func empty() async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "".utf8)
            let outcome = try await CheckKind.file.outcome(
                "path: a, size: {maximum: 5}", folder: folder.path)
            #expect(outcome.outcome == .met, "\(outcome.summary)")
            #expect(outcome.facts["size-bytes"] == 0)
        }
    }

    @Test(
        "a path that is none of this machine is a mistake where nothing must be there",
        arguments: [
            "file:///etc/hosts", "https://a.example/b", " /etc/hosts", "/etc/hosts ", #"C:\x"#,
            "c:/x", #"\\server\share"#,
        ])
    func foreign(_ path: String) throws {
        let quoted = "'\(path)'"
        let (check, mistakes) = try CheckKind.file.reading("{path: \(quoted), exists: false}")
        #expect(check == nil && mistakes.count == 1, "\(mistakes)")
        #expect(mistakes.first?.contains("would always be met") == true, "\(mistakes)")
        // Where it must be there, the check says itself that it is not.
        #expect(try CheckKind.file.reading("{path: \(quoted)}").check != nil)
    }

    @Test(
        "odd names that a file can have stay good",
        arguments: ["/a b", "a:b", "/a/c:/d", #"/a\b"#, "ab:/c", "1://a"])
    func taken(_ path: String) throws {
        let (check, mistakes) = try CheckKind.file.reading("{path: '\(path)', exists: false}")
        #expect(check != nil, "\(mistakes)")
    }
}
