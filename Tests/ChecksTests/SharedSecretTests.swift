import CanonicalJSON
import Checks
import Rollout
import Testing

/// What a check may say of the secrets of other checks of its checklist.
struct SharedSecretTests {
    private static func environment(
        _ folder: Folder, _ secrets: [Secret],
        _ permission: CheckEnvironment.CommandPermission = .granted
    ) -> CheckEnvironment {
        CheckEnvironment(
            folder: folder.path, timeout: .seconds(60), commands: permission,
            variables: ["PATH": "/usr/bin:/bin", "TOKEN": "s3cret-token"],
            shared: SharedSecrets(secrets), clock: { CheckEnvironment.testInstant })
    }

    private static func printing(
        _ file: String, _ environment: CheckEnvironment, secret: Secret? = nil
    ) async -> CheckOutcome {
        var expected = CommandCheck.Expected()
        expected.stdout = .containing("other")
        let check = CommandCheck(
            ["cat", file], secretEnvironment: secret.map { ["S": $0] } ?? [:], expected: expected)
        return await ConfiguredCheck(.command, check).carryOut(in: environment)
    }

    @Test("what another check is given is masked wherever it turns up")
    func masked() async throws {
        try await Folder.temporary { folder in
            try folder.write("key", "s3cret-key\n".utf8)
            try folder.write("log", "token s3cret-token, key s3cret-key".utf8)
            let environment = Self.environment(folder, [.variable("TOKEN"), .file("key")])
            let outcome = await Self.printing("log", environment)
            #expect(outcome.facts["stdout"] == "token ‹secret›, key ‹secret›")
            #expect(outcome.unmet == ["\"token ‹secret›, key ‹secret›\""])
            let own = await Self.printing("log", environment, secret: .file("key"))
            #expect(own.facts["stdout"] == "token ‹secret›, key ‹secret›")
        }
    }

    @Test(
        "one that appears while the checks run is masked from the moment that a check is given it")
    func late() async throws {
        try await Folder.temporary { folder in
            try folder.write("log", "key s3cret-key".utf8)
            let environment = Self.environment(folder, [.file("key")])
            #expect(
                await Self.printing("log", environment).facts["stdout"] == "key s3cret-key")
            try folder.write("key", "s3cret-key".utf8)
            _ = await Self.printing("log", environment, secret: .file("key"))
            #expect(
                await Self.printing("log", environment).facts["stdout"] == "key ‹secret›")
        }
    }

    @Test(
        "a short one is masked in what its own check says alone, also with blanks around it",
        arguments: ["abc", "abc   ", " \tabc \n\n"])
    func short(_ content: String) async throws {
        try await Folder.temporary { folder in
            try folder.write("key", content.utf8)
            try folder.write("log", "the abc".utf8)
            let environment = Self.environment(folder, [.file("key")])
            #expect(await Self.printing("log", environment).facts["stdout"] == "the abc")
            let own = await Self.printing("log", environment, secret: .file("key"))
            #expect(own.facts["stdout"] == "the ‹secret›")
            #expect(await Self.printing("log", environment).facts["stdout"] == "the abc")
        }
    }

    @Test("nothing is read for a checklist that is not trusted")
    func untrusted() async throws {
        try await Folder.temporary { folder in
            try folder.write("key", "directory".utf8)
            let environment = Self.environment(folder, [.file("key")], .refused)
            let outcome = await ConfiguredCheck(.file, FileCheck(".")).carryOut(in: environment)
            #expect(outcome.facts["type"] == "directory")
            let trusted = Self.environment(folder, [.file("key")])
            let masked = await ConfiguredCheck(.file, FileCheck(".")).carryOut(in: trusted)
            #expect(masked.facts["type"] == "‹secret›")
        }
    }
}
