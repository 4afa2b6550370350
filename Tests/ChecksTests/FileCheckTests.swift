import CanonicalJSON
import Checks
import Foundation
import Glibc
import Rollout
import Testing

@Suite("The file check")
struct FileCheckTests {
    private func check(
        _ name: String, in folder: Folder, timeout: Duration = .seconds(60), now: Instant? = nil,
        _ expect: (inout FileCheck.Expected) -> Void = { _ in }
    ) async -> CheckOutcome {
        var expected = FileCheck.Expected()
        expect(&expected)
        let now = now ?? Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) + 1000)
        return await FileCheck(name, expected: expected).carryOut(
            in: .fixture(folder: folder.path, timeout: timeout, now: now))
    }

    @Test("a file that is there is described")
    func facts() async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "hello\n".utf8, mode: 0o640)
            let result = await check("a", in: folder)
            #expect(result.outcome == .met)
            #expect(result.findings == [Finding("something at a", actual: "a file", .met)])
            #expect(result.facts["size-bytes"] == 6)
            #expect(result.facts["mode"] == "0640")
            #expect(result.facts["type"] == "file")
            #expect(result.facts["owner"]?.text?.isEmpty == false)
            #expect(result.facts["sha256"] == nil)
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let outcome: CheckOutcome.Outcome
        let expect: @Sendable (inout FileCheck.Expected) -> Void

        init(
            _ name: String, _ outcome: CheckOutcome.Outcome,
            _ expect: @escaping @Sendable (inout FileCheck.Expected) -> Void
        ) {
            testDescription = name
            self.outcome = outcome
            self.expect = expect
        }
    }

    private static let cases = [
        Case("type", .met) { $0.type = .file },
        Case("another type", .unmet) { $0.type = .directory },
        Case("mode", .met) { $0.mode = ValueExpectation([.equals(.mode(0o640))]) },
        Case("another mode", .unmet) { $0.mode = ValueExpectation([.equals(.mode(0o600))]) },
        Case("at most the same mode", .met) { $0.mode = ValueExpectation([.atMost(0o640)]) },
        Case("at most a wider mode", .met) { $0.mode = ValueExpectation([.atMost(0o644)]) },
        Case("at most a narrower mode", .unmet) { $0.mode = ValueExpectation([.atMost(0o600)]) },
        Case("owner by number", .met) { $0.owner = String(getuid()) },
        Case("another owner", .unmet) { $0.owner = "nobody-like-this" },
        Case("group by number", .met) { $0.group = String(getgid()) },
        Case("another group", .unmet) { $0.group = "nobody-like-this" },
        Case("size", .met) { $0.size = .size(minimum: 6, maximum: 6) },
        Case("too small", .unmet) { $0.size = .size(minimum: 7) },
        Case("too large", .unmet) { $0.size = .size(maximum: 5) },
        Case("young enough", .met) { $0.age = .duration(maximum: .seconds(3600)) },
        Case("not old enough", .unmet) { $0.age = .duration(minimum: .seconds(3600)) },
        Case("digest", .met) {
            $0.sha256 = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
        },
        Case("another digest", .unmet) { $0.sha256 = String(repeating: "0", count: 64) },
        Case("content", .met) { $0.content = .containing("ell") },
        Case("another content", .unmet) { $0.content = .containing("x") },
        Case("two, of which one is not so", .unmet) {
            $0.type = .file
            $0.size = .size(maximum: 5)
        },
        Case("must not be there", .unmet) { $0.exists = false },
    ]

    @Test("each option is held against the file", arguments: cases)
    func options(_ example: Case) async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "hello\n".utf8, mode: 0o640)
            let result = await check("a", in: folder, example.expect)
            #expect(result.outcome == example.outcome, "\(result.summary)")
            #expect(result.findings.allSatisfy(\.isMet) == (example.outcome == .met))
        }
    }

    @Test("absence is met only where nothing is there", arguments: ["nothing", "a/below-a-file"])
    func absence(_ name: String) async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "x".utf8)
            #expect(await check(name, in: folder).outcome == .unmet)
            let absent = await check(name, in: folder) { $0.exists = false }
            #expect(absent.outcome == .met)
        }
    }

    @Test("a link without a target is neither there nor absent; a link with one is followed")
    func links() async throws {
        try await Folder.temporary { folder in
            symlink("nothing", folder.path("dangling"))
            for exists in [true, false] {
                let result = await check("dangling", in: folder) { $0.exists = exists }
                #expect(result.outcome == .unmet)
                #expect(result.unmet == ["a link to nothing, which does not exist"])
            }
            try folder.write("a", "x".utf8)
            symlink("a", folder.path("link"))
            let followed = await check("link", in: folder) { $0.type = .file }
            #expect(followed.outcome == .met)
            #expect(followed.facts["link-target"] == "a")
            symlink("circle", folder.path("circle"))
            let circle = await check("circle", in: folder) { $0.exists = false }
            #expect(circle.outcome == .undetermined)
            #expect(circle.code == .pathUnseen && circle.detail.contains("circle"))
        }
    }

    @Test(
        "a missing permission is never absence",
        .disabled(if: getuid() == 0, "root may look everywhere"))
    func permission() async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "x".utf8, mode: 0o000)
            let unread = await check("a", in: folder) { $0.content = .containing("x") }
            #expect(unread.outcome == .undetermined)
            #expect(unread.code == .contentUnread && unread.detail == "permission denied")
            chmod(folder.path, 0)
            defer { chmod(folder.path, 0o755) }
            let hidden = await check("a", in: folder) { $0.exists = false }
            #expect(hidden.outcome == .undetermined)
        }
    }

    @Test("a name that the system refuses is never absence")
    func badNames() async throws {
        try await Folder.temporary { folder in
            for name in [String(repeating: "a", count: 300), "a\u{0}b"] {
                let result = await check(name, in: folder) { $0.exists = false }
                #expect(result.outcome == .undetermined, "\(result.summary)")
            }
        }
    }

    @Test("a named pipe and a device are not waited for")
    func pipes() async throws {
        try await Folder.temporary { folder in
            mkfifo(folder.path("pipe"), 0o644)
            let pipe = await check("pipe", in: folder) { $0.content = .containing("x") }
            #expect(pipe.outcome == .unmet)
            #expect(pipe.unmet == ["a fifo"])
            let device = await check("/dev/zero", in: folder) { $0.sha256 = "0" }
            #expect(device.outcome == .unmet)
            let directory = await check(".", in: folder) { $0.size = .size(minimum: 0) }
            #expect(directory.outcome == .unmet)
        }
    }

    @Test("without trust no content outside the checklist's folder is judged, whatever leads there")
    func foreignContent() async throws {
        try await Folder.temporary { other in
            try other.write("secret", "abc".utf8)
            try await Folder.temporary { folder in
                try folder.write("own", "abc".utf8)
                symlink(other.path("secret"), folder.path("link"))
                symlink(other.path, folder.path("door"))
                symlink("own", folder.path("inside"))
                let up = "../\(other.path.split(separator: "/").last ?? "")/secret"
                var content = FileCheck.Expected()
                content.content = .containing("a")
                var digest = FileCheck.Expected()
                digest.sha256 = ContentDigest(of: "abc".utf8).hex
                for expected in [content, digest] {
                    for (path, isForeign) in [
                        ("own", false), ("inside", false), (folder.path("own"), false),
                        ("link", true),
                        ("door/secret", true), (up, true), (other.path("secret"), true),
                    ] {
                        let whole = path.hasPrefix("/") ? path : folder.path(path)
                        let check = FileCheck(path, expected: expected)
                        #expect(check.mayNeedTrust)
                        let refused = await check.carryOut(
                            in: .fixture(folder: folder.path, commands: .refused))
                        #expect(
                            refused.outcome == (isForeign ? .undetermined : .met),
                            "\(path): \(refused.summary)")
                        #expect(
                            refused.obstacle
                                == (isForeign ? Obstacle(.notTrusted, ["path": whole]) : nil))
                        let trusted = await check.carryOut(in: .fixture(folder: folder.path))
                        #expect(trusted.outcome == .met)
                    }
                }
            }
        }
    }

    @Test("of a content beyond the limit only what was seen counts")
    func largeContent() async throws {
        try await Folder.temporary { folder in
            try folder.write(
                "large",
                Array("begin".utf8) + [UInt8](repeating: 120, count: 1 << 20) + Array("end".utf8))
            let seen = await check("large", in: folder) { $0.content = .containing("begin") }
            #expect(seen.outcome == .met)
            let unseen = await check("large", in: folder) { $0.content = .containing("end") }
            #expect(unseen.outcome == .undetermined)
            let digest = await check("large", in: folder) {
                $0.sha256 = String(repeating: "0", count: 64)
            }
            #expect(digest.outcome == .unmet)
            #expect(digest.facts["sha256"]?.text?.utf8.count == 64)
        }
    }

    @Test("a digest that cannot be taken in time is not known", arguments: [Duration.zero])
    func noTime(_ timeout: Duration) async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "x".utf8)
            let result = await check("a", in: folder, timeout: timeout) { $0.exists = false }
            #expect(result.outcome == .undetermined)
            #expect(result.obstacle?.values["limit"] == "0s" && result.code == .fileTimedOut)
        }
    }

    @Test("a file from the future is not young")
    func future() async throws {
        try await Folder.temporary { folder in
            try folder.write("a", "x".utf8)
            let result = await check("a", in: folder, now: Instant(milliseconds: 0)) {
                $0.age = .duration(maximum: .seconds(60))
            }
            #expect(result.outcome == .unmet)
            #expect(result.unmet.first?.contains("after the time of this machine") == true)
        }
    }

    @Test("a file that changed while it was read is not known")
    func changed() {
        let status = FileStatus(
            type: .file, size: 1, mode: 0o644, userID: 0, groupID: 0, user: nil, group: nil,
            modified: Instant(milliseconds: 0))
        var expected = FileCheck.Expected()
        expected.content = .containing("x")
        let judgement = FileCheck("a", expected: expected).judge(
            FileObservation(.there(status), obstacle: Obstacle(.contentUnread)),
            at: Instant(milliseconds: 0)
        ).result
        #expect(judgement.outcome == .undetermined)
        let unread = FileCheck("a", expected: expected).judge(
            FileObservation(.there(status)), at: Instant(milliseconds: 0)
        ).result
        #expect(unread.outcome == .undetermined)
    }
}
