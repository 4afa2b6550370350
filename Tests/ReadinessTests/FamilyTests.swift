import Foundation
import Testing

@Suite("Signing a family", .timeLimit(.minutes(10)))
struct FamilyTests {
    @Test("One line for each step, then how many")
    func family() async throws {
        try await Workspace.withSample { workspace in
            try workspace.edit(
                "  - id: reviewed\n", "  - id: reviewed\n    for-each: {name: [a, b]}\n")
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed/*", "--as", "bob@example.com", "--note", "n"
            )
            #expect(signed.status == 0, "\(signed)")
            let lines = signed.stdout.split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines.first?.hasPrefix("signed: reviewed/a by bob@example.com") == true)
            #expect(lines.last == "signed: 2 steps")
            let refused = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed/*", "--as", "bea@example.com", "--note", "n"
            )
            #expect(refused.status == 65)
            #expect(refused.stderr.hasPrefix("error: reviewed/a: "), "\(refused)")
        }
    }

    @Test("A log of a run that takes both streams names each check once")
    func once() async throws {
        try await Workspace.withSample { workspace in
            let run = try await workspace.shell(
                "\"$READINESS\" run \(SampleChecklist.path) 2>&1")
            #expect(run.stdout.components(separatedBy: "present:").count == 2, "\(run)")
        }
    }
}
