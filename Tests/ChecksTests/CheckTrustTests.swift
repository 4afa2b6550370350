import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

@Suite("What needs trust")
struct CheckTrustTests {
    /// A check that executes something and does not hide it.
    private struct Runner: Check {
        let subject = "runner"
        let execution: Execution?
        let started: @Sendable () -> Void

        func observe(_ environment: CheckEnvironment) async { started() }
        func facts(of observation: Void) -> [String: JSONValue] { [:] }
        func judge(
            _ observation: Void, at instant: Instant, until deadline: Deadline
        ) -> Judgement { .fakeMet }
    }

    private let execution = Execution(
        argv: ["true"], script: nil, environment: [:], directory: ".")

    private func isStarted(
        needsTrust: Bool, executes: Bool, _ permission: CheckEnvironment.CommandPermission
    ) async throws -> Bool {
        let (signal, started) = AsyncStream<Void>.makeStream()
        let kind = CheckKind("runner", "For tests.", needsTrust: needsTrust) { _ in nil }
        let check = Runner(execution: executes ? execution : nil) { started.yield() }
        let result = await ConfiguredCheck(kind, check).carryOut(
            in: .fixture(commands: permission))
        started.finish()
        var count = 0
        for await _ in signal { count += 1 }
        #expect((result.code == .notTrusted) == (count == 0))
        #expect((result.outcome == .undetermined) == (count == 0))
        return count > 0
    }

    @Test("only what its kind declares, states and was permitted is executed")
    func matrix() async throws {
        for permission in [CheckEnvironment.CommandPermission.granted, .refused] {
            let isGranted = permission == .granted
            #expect(
                try await isStarted(needsTrust: true, executes: true, permission) == isGranted)
            #expect(try await isStarted(needsTrust: false, executes: false, permission))
            #expect(try await !isStarted(needsTrust: true, executes: false, permission))
            #expect(try await !isStarted(needsTrust: false, executes: true, permission))
        }
    }

    @Test("every kind that needs trust is refused without it, and leaves no trace")
    func everyKind() async throws {
        let needy = CheckKinds.all.filter(\.needsTrust)
        #expect(Set(needy.map(\.name)) == ["command", "plugin"])
        try await Folder.temporary { folder in
            for kind in needy {
                let check = try #require(try kind.reading("{run: [touch, proof]}").check)
                let result = await check.carryOut(
                    in: .fixture(folder: folder.path, commands: .refused))
                #expect(result.code == .notTrusted, "\(kind.name)")
                #expect(result.facts["argv"] == ["touch", "proof"])
                #expect(!FileManager.default.fileExists(atPath: folder.path("proof")))
            }
        }
    }

    @Test("what is trusted names everything that makes a difference")
    func covered() throws {
        let texts = [
            "{run: [a]}", "{run: [b]}", "{run: [a, c]}", "{run: [a], directory: d}",
            "{run: [a], environment: {E: f}}", "{run: [a], environment: {E: g}}",
            "{run: [a], shell: true}", "{run: [/bin/sh, -c, a]}",
        ]
        let stated = try texts.map { text in
            try #require(try CheckKind.command.reading(text).check?.check.execution).json
        }
        #expect(Set(stated).count == texts.count)
        let script = stated[6]
        #expect(script["program"] == "/bin/sh" && script["script"] == "a")
    }
}
