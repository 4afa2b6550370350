import Checks
import Foundation
import Glibc
import Rollout
import Subprocess
import SystemPackage
import Testing

@Suite("The process check")
struct ProcessCheckTests {
    @Test("a program that runs is found by its name, counted, and has a user")
    func running() async throws {
        try await Folder.temporary { folder in
            // A name of its own, with a bracket in it.
            let name = "r) \(UInt16.random(in: .min ... .max))"
            symlink("/bin/sleep", folder.path(name))
            _ = try await Subprocess.run(
                .path(FilePath(folder.path(name))), arguments: ["60"], input: .none,
                output: .discarded, error: .discarded
            ) { execution in
                let met = try await CheckKind.process.outcome(
                    "name: '\(name)', count: 1, user: {length: 1}")
                #expect(met.outcome == .met, "\(met.summary)")
                let more = try await CheckKind.process.outcome(
                    "name: '\(name)', count: {minimum: 2}")
                #expect(more.outcome == .unmet)
                let none = try await CheckKind.process.outcome("name: '\(name)', running: false")
                #expect(none.outcome == .unmet)
                try execution.send(signal: .kill)
            }
            let gone = try await CheckKind.process.outcome("name: '\(name)', running: false")
            #expect(gone.outcome == .met, "\(gone.summary)")
            #expect(try await CheckKind.process.outcome("name: '\(name)'").outcome == .unmet)
        }
    }

    @Test("a process that ended and was not taken note of does not run")
    func zombie() throws {
        let seen = ProcessCheck.Observation(users: [], zombies: 1)
        let outcome = ProcessCheck("a").judge(seen, at: Instant(milliseconds: 0)).result
        #expect(outcome.unmet == ["no process a, only one that ended"])
    }

    @Test("where processes of others are hidden, what they could change is undetermined")
    func hidden() throws {
        func outcome(_ check: ProcessCheck, _ users: [String]?) -> CheckOutcome.Outcome {
            check.judge(
                .init(users: users, unseen: "those of other users are hidden"),
                at: Instant(milliseconds: 0)
            ).result.outcome
        }
        #expect(outcome(ProcessCheck("a"), []) == .undetermined)
        #expect(outcome(ProcessCheck("a", running: false), []) == .undetermined)
        #expect(outcome(ProcessCheck("a"), ["me"]) == .met)
        let two = ValueExpectation([.equals(.number(1))])
        #expect(outcome(ProcessCheck("a", count: two), ["me"]) == .undetermined)
        #expect(outcome(ProcessCheck("a"), nil) == .undetermined)
    }

    @Test("a name that the kernel cut is not taken for absence")
    func cut() async throws {
        try await Folder.temporary { folder in
            try folder.write("a-very-long-daemon", "#!/bin/sh\nread x\n".utf8, mode: 0o755)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: folder.path("a-very-long-daemon"))
            process.standardInput = Pipe()
            try process.run()
            // A thread that tests run on may hold other signals back, and what it starts does too.
            defer { kill(process.processIdentifier, SIGKILL) }
            let outcome = try await CheckKind.process.outcome(
                "name: a-very-long-daemon, running: false")
            #expect(outcome.outcome == .undetermined, "\(outcome.summary)")
        }
    }
}
