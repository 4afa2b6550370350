import CanonicalJSON
import Checks
import Foundation
import Glibc
import Rollout
import Testing

@Suite("The command check", .serialized)
struct CommandCheckTests {
    private func run(
        _ words: [String], shell: Bool = false, timeout: Duration = .seconds(60),
        folder: String = "/tmp", directory: String = ".", environment: [String: String] = [:],
        variables: [String: String] = ["PATH": "/usr/bin:/bin", "HOME": "/", "SECRET": "x"],
        commands: CheckEnvironment.CommandPermission = .granted,
        _ expect: (inout CommandCheck.Expected) -> Void = { _ in }
    ) async -> CheckOutcome {
        var expected = CommandCheck.Expected()
        expect(&expected)
        let check = CommandCheck(
            words, shell: shell, directory: directory, environment: environment, expected: expected)
        return await check.carryOut(
            in: .fixture(
                folder: folder, timeout: timeout, commands: commands, variables: variables))
    }

    private func sh(_ script: String, timeout: Duration = .seconds(60)) async -> CheckOutcome {
        await run([script], shell: true, timeout: timeout)
    }

    /// Whether a process is there and has not ended; a zombie has.
    private func isAlive(_ pid: Int) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
            return false
        }
        return !status.contains(") Z ") && !status.contains(") X ")
    }

    /// Waits until a process that was killed is gone.
    private func isGone(_ pid: Int) async -> Bool {
        let clock = ContinuousClock()
        let latest = clock.now.advanced(by: .seconds(5))
        while isAlive(pid), clock.now < latest { await Task.yield() }
        return !isAlive(pid)
    }

    private func number(in result: CheckOutcome) throws -> Int {
        let text = try #require(result.facts["stdout"]?.text)
        return try #require(Int(text.filter { $0.isNumber }))
    }

    @Test("a command that ends well is met, with its output and streams apart")
    func well() async {
        let result = await sh("echo out; echo err >&2")
        #expect(result.outcome == .met)
        #expect(result.facts["stdout"] == "out\n")
        #expect(result.facts["stderr"] == "err\n")
        #expect(result.facts["exit"] == 0)
        #expect(result.facts["argv"] == ["/bin/sh", "-c", "echo out; echo err >&2"])
    }

    @Test("the words of a command are not read by a shell")
    func words() async {
        let result = await run(["echo", "$HOME; exit 3", "", "*"])
        #expect(result.facts["stdout"] == "$HOME; exit 3  *\n")
        #expect(result.outcome == .met)
    }

    @Test("a refused command is not started")
    func refused() async throws {
        try await Folder.temporary { folder in
            let result = await run(
                ["touch", "proof"], folder: folder.path, commands: .refused)
            #expect(result.outcome == .undetermined)
            #expect(result.code == .notTrusted)
            #expect(!FileManager.default.fileExists(atPath: folder.path("proof")))
        }
    }

    @Test("the exit status is held against those that are well")
    func exits() async {
        let unwanted = await sh("exit 3")
        #expect(unwanted.outcome == .unmet)
        #expect(unwanted.unmet == ["exit status 3"])
        let wanted = await run(["exit 3"], shell: true) { $0.exit = [0, 3] }
        #expect(wanted.outcome == .met)
        let zero = await run(["true"]) { $0.exit = [1] }
        #expect(zero.outcome == .unmet)
        let missing = await sh("no-such-program-here")
        #expect(missing.outcome == .unmet)
        #expect(missing.unmet.first?.contains("did not find") == true)
    }

    @Test("the output is held against what is expected of it")
    func output() async {
        let met = await run(["echo", "replication: ok"]) { $0.stdout = .containing("ok") }
        #expect(met.outcome == .met)
        let unmet = await run(["echo", "replication: behind"]) { $0.stdout = .containing("ok") }
        #expect(unmet.outcome == .unmet)
        #expect(unmet.unmet == ["\"replication: behind \""])
        let quiet = await run(["true"]) { $0.stderr = .equal(to: "") }
        #expect(quiet.outcome == .met)
    }

    @Test("what cannot be started is told apart, and never unmet or met")
    func notStarted() async throws {
        try await Folder.temporary { folder in
            try folder.write("plain", "echo".utf8, mode: 0o644)
            try folder.write("no-interpreter", "#!/no/such/thing\n".utf8, mode: 0o755)
            try folder.write("binary", [0x7F, 0x45, 0x4C, 0x46, 9, 9], mode: 0o755)
            let cases: [([String], Obstacle.Code, String)] = [
                (["no-such-program-here"], .programNotFound, ""),
                (["./nothing"], .programNotStarted, "does not exist"),
                (["./plain"], .programNotStarted, "no permission to execute it"),
                (["/tmp"], .programNotStarted, "is a folder"),
                (["./no-interpreter"], .programNotStarted, "does not exist"),
                (["./binary"], .programNotStarted, "neither a binary"), ([], .commandUnusable, ""),
                (["echo", "a\u{0}b"], .commandUnusable, ""),
                (
                    ["echo", String(repeating: "x", count: 4 << 20)], .programNotStarted,
                    "arguments are too long"
                ),
            ]
            for (words, code, detail) in cases {
                let result = await run(words, folder: folder.path)
                #expect(result.outcome == .undetermined)
                #expect(result.code == code, "\(result.summary)")
                #expect(result.detail.contains(detail) || detail.isEmpty, "\(result.summary)")
            }
            let elsewhere = await run(["true"], folder: folder.path, directory: "nowhere")
            #expect(elsewhere.outcome == .undetermined)
            #expect(elsewhere.code == .folderUnusable)
            #expect(elsewhere.obstacle?.values["folder"] == folder.path("nowhere"))
            #expect(elsewhere.detail == "it does not exist")
        }
    }

    @Test("a command has a small environment, its folder and no input")
    func environment() async throws {
        try await Folder.temporary { folder in
            let variables = await run(["env"], environment: ["EXTRA": "1 2"])
            let lines = variables.facts["stdout"]?.text?.split(separator: "\n").sorted() ?? []
            #expect(lines == ["EXTRA=1 2", "HOME=/", "PATH=/usr/bin:/bin"])
            let place = await run(["pwd"], folder: folder.path)
            #expect(place.facts["stdout"] == .string(folder.path + "\n"))
            let input = await run(["cat"])
            #expect(input.outcome == .met)
            #expect(input.facts["stdout"] == "")
        }
    }

    @Test("output beyond the limit is counted, and what was not kept is not judged")
    func longOutput() async {
        let result = await run(["head", "-c", "200000", "/dev/zero"]) {
            $0.stdout = .containing("x")
        }
        #expect(result.outcome == .undetermined)
        #expect(result.facts["stdout-bytes"] == 200_000)
        #expect(result.facts["stdout-cut"] == true)
        #expect(result.facts["stdout"]?.text?.utf8.count == 65_536)
    }

    @Test("bytes that are not UTF-8 are replaced, and control characters shown")
    func bytes() async {
        let result = await sh("printf 'a\\377b\\033[31m\\000'")
        #expect(result.facts["stdout"] == "a\u{FFFD}b‹U+001B›[31m‹U+0000›")
    }

    @Test("output without end ends with the time limit")
    func endless() async {
        let result = await run(["yes"], timeout: .milliseconds(300))
        #expect(result.outcome == .undetermined)
        #expect(result.obstacle == Obstacle(.commandTimedOut, ["limit": "300ms"]))
        #expect((result.facts["stdout-bytes"]?.integer ?? 0) > 65_536)
    }

    @Test("a signal that ended the command is not an exit status")
    func signal() async {
        let result = await sh("kill -SEGV $$")
        #expect(result.outcome == .undetermined)
        #expect(result.obstacle == Obstacle(.killedBySignal, ["signal": "11 (SEGV)"]))
        #expect(result.facts["signal"] == "11 (SEGV)")
    }

    @Test(
        "the time limit ends everything that the command started",
        arguments: [
            "sleep 600 & echo $!; sleep 600", "sleep 600 & echo $!; wait",
            "trap '' TERM; sleep 600 & echo $!; while :; do sleep 600; done",
            "(trap '' TERM; while :; do sleep 600; done) & echo $!; wait",
            "exec 2>&-; sleep 600 & echo $!; exec >&-; sleep 600",
        ])
    func timeLimit(_ script: String) async throws {
        let clock = ContinuousClock()
        let began = clock.now
        let result = await sh(script, timeout: .milliseconds(400))
        #expect(began.duration(to: clock.now) < .seconds(60))
        #expect(result.outcome == .undetermined)
        #expect(result.obstacle == Obstacle(.commandTimedOut, ["limit": "400ms"]))
        let survivor = try number(in: result)
        #expect(await isGone(survivor))
    }

    @Test(
        "a command that ends is not held up by what it leaves, and leaves nothing",
        arguments: ["sleep 600 & echo $!", "trap '' TERM HUP; sleep 600 >&2 & echo $!; exit 0"])
    func leftBehind(_ script: String) async throws {
        let clock = ContinuousClock()
        let began = clock.now
        let result = await sh(script)
        #expect(began.duration(to: clock.now) < .seconds(60))
        #expect(result.outcome == .met, "\(result.summary)")
        let survivor = try number(in: result)
        #expect(await isGone(survivor))
    }

    @Test("what could still have been written by what a command leaves is not judged")
    func unfinished() async {
        let script = "(sleep 600; echo bad) & echo hi"
        func outcome(_ text: String, _ expected: ValueExpectation) async -> CheckOutcome {
            await run([text], shell: true) { $0.stdout = expected }
        }
        let contains = await outcome(script, .containing("hi"))
        #expect(contains.outcome == .met && contains.facts["stdout-cut"] == true)
        let whole = await outcome(script, .equal(to: "hi"))
        #expect(whole.outcome == .undetermined, "\(whole.summary)")
        // In a session of its own it is none of the command's processes any more.
        let apart = await outcome(
            "setsid sh -c 'sleep 2; echo bad' & echo hi", .equal(to: "hi"))
        #expect(apart.outcome == .undetermined, "\(apart.summary)")
        let silent = await outcome(
            "setsid sleep 2 >/dev/null 2>&1 & echo hi", .equal(to: "hi"))
        #expect(silent.outcome == .met, "\(silent.summary)")
        let waited = await outcome("(sleep 0; echo hi) & wait", .equal(to: "hi"))
        #expect(waited.outcome == .met && waited.facts["stdout-cut"] == nil, "\(waited.summary)")
    }

    @Test("cancelling the task ends the command")
    func cancelled() async throws {
        try await Folder.temporary { folder in
            mkfifo(folder.path("started"), 0o644)
            let task = Task {
                await run(["echo $$ > started; exec sleep 600"], shell: true, folder: folder.path)
            }
            let path = folder.path("started")
            // Opening the pipe waits for its writer, which is the command.
            let pid = await CheckThreads.run(.seconds(20)) { _ in
                let data = try? FileHandle(forReadingAtPath: path)?.readToEnd()
                return String(decoding: data ?? Data(), as: UTF8.self)
            }
            task.cancel()
            let result = await task.value
            #expect(result.outcome == .undetermined)
            #expect(result.code == .stopped)
            let survivor = try #require(Int(pid.filter(\.isNumber)))
            #expect(await isGone(survivor))
        }
    }

    @Test("a hundred at once all end well, and no descriptor is left open")
    func many() async throws {
        func batch() async -> Int {
            await withTaskGroup(of: Bool.self) { group in
                for index in 0..<100 {
                    group.addTask {
                        let result = await sh("echo \(index); echo \(index) >&2")
                        return result.outcome == .met
                            && result.facts["stdout"]?.text == "\(index)\n"
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        // The first batch opens what the library keeps for good.
        #expect(await batch() == 100)
        let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        #expect(await batch() == 100)
        let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        // Other suites run at the same time and have files of their own open.
        #expect(after - before < 50)
    }
}
