import CanonicalJSON
import Checks
import Rollout
import Testing

/// What a `command` check keeps of output in another encoding than UTF-8.
struct CommandEncodingTests {
    private static let secret = "K9q-s3cr3t"
    /// Each letter of the secret with a NUL behind it, as UTF-16 has it.
    private static let script = "printf '%s\\n' \"$S\" | fold -w1 | tr '\\n' '\\000'"

    private static let environment = CheckEnvironment.fixture(
        variables: ["PATH": "/usr/bin:/bin", "TOKEN": secret])

    private static func check(
        _ script: String, _ expect: ValueExpectation?
    ) -> ConfiguredCheck {
        var expected = CommandCheck.Expected()
        expected.stdout = expect
        return ConfiguredCheck(
            .command,
            CommandCheck(
                [script], shell: true, secretEnvironment: ["S": .variable("TOKEN")],
                expected: expected))
    }

    @Test("a secret in UTF-16 is masked in the facts and in what a step would expect")
    func secret() async {
        let check = Self.check(
            Self.script,
            ValueExpectation([.contains(.text("other"))], encoding: .utf16LittleEndian))
        let outcome = await check.carryOut(in: Self.environment)
        #expect(outcome.facts["stdout"] == "‹secret›", "\(outcome.facts)")
        #expect(outcome.facts["stdout-bytes"] == 20)
        #expect(outcome.unmet == ["\"‹secret›\""])
        let seen = await check.look(in: Self.environment).seen
        #expect(seen?.options["stdout"] == nil && seen?.options["exit"] != nil)
    }

    @Test("a step expects output in its encoding; bytes with NULs are no text without one")
    func seen() async {
        let script = "printf 'h\\000i\\000'"
        let encoded = await Self.check(
            script, ValueExpectation([.contains(.text("x"))], encoding: .utf16LittleEndian)
        ).look(in: Self.environment).seen
        #expect(
            encoded?.options["stdout"]
                == .object(
                    JSONObject(["equals": .text("hi"), "encoding": .text("utf-16le")])))
        let plain = await Self.check(script, nil).look(in: Self.environment).seen
        #expect(plain?.options["stdout"] == nil)
        #expect(plain?.unsaid == ["stdout: it is no text in UTF-8"])
    }

    @Test("what is no text in its encoding is shown as it came, and a cut is told")
    func broken() async {
        let odd = await Self.check(
            "printf abc", ValueExpectation([.contains(.text("x"))], encoding: .utf16LittleEndian)
        ).carryOut(in: Self.environment)
        #expect(odd.facts["stdout"] == "abc" && odd.outcome == .undetermined, "\(odd.summary)")
        let long = await Self.check(
            "head -c 70000 /dev/zero | tr '\\000' '\\351'",
            ValueExpectation([.contains(.text("é"))], encoding: .latin1)
        ).carryOut(in: Self.environment)
        #expect(long.outcome == .met && long.facts["stdout-cut"] == true, "\(long.summary)")
        #expect(long.facts["stdout"]?.text?.hasPrefix("éé") == true)
        #expect(long.facts["stdout-bytes"] == 70000)
    }
}
