import CanonicalJSON
import Characters
import Checks
import Fields
import Foundation
import Rollout
import Testing

@Suite("Secrets")
struct SecretTests {
    private static let secret = "p4ss/wörd+\"x\" y"

    /// Runs a script that is given the secret as `$S`.
    private static func run(
        _ script: String, secret: Secret = .variable("TOKEN"), value: String = secret,
        folder: String = "/", _ permission: CheckEnvironment.CommandPermission = .granted,
        expect: ValueExpectation? = nil
    ) async -> CheckOutcome {
        var expected = CommandCheck.Expected()
        expected.stdout = expect
        let check = CommandCheck(
            [script], shell: true, secretEnvironment: ["S": secret], expected: expected)
        return await ConfiguredCheck(.command, check).carryOut(
            in: .fixture(
                folder: folder, commands: permission,
                variables: ["PATH": "/usr/bin:/bin", "TOKEN": value]))
    }

    /// All that an outcome says, in one text.
    private static func all(_ outcome: CheckOutcome) -> String {
        let words = outcome.findings.flatMap { [$0.expected, $0.actual] }
        return JSONValue.object(outcome.facts).canonicalText + words.joined()
            + (outcome.obstacle?.json.canonicalText ?? "")
    }

    @Test("a form of the secret that is cut off at its end is masked too")
    func cutForm() {
        let secret = "a-rather-long-secret-of-many-letters"
        let base64 = Data(secret.utf8).base64EncodedString()
        let mask = SecretMask([secret])
        for count in 8..<base64.utf8.count {
            let text = mask.mask("x \(base64.prefix(count))")
            #expect(!text.contains(base64.prefix(8)), "\(count): \(text)")
        }
    }

    @Test(
        "however a secret is percent-encoded, and wherever its base64 is wrapped, it is masked",
        arguments: [
            "x p4ss/w%C3%B6rd%2B%22x%22%20y z", "x p4ss%2fwörd+%22x%22+y z",
            "x %70%34%73%73%2F%77%C3%B6%72%64%2B%22%78%22%20%79 z",
            "x cDRzcy93w7Zy\nZCsieCIgeQ== z", "x cDRz\r\n  cy93w7ZyZCsi\r\n  eCIgeQ== z",
            #"x p4ss/w\u00f6rd+\"x\" y z"#, #"x p4ss\/w\u00F6rd+\u0022x\u0022 y z"#,
            #"x p4ss\/wörd+&quot;x&quot; y z"#, "x p4ss&#x2F;w&#246;rd+&#34;x&#34; y z",
            #"x p4ss/w\xf6rd+\'x\' y z"#.replacing(#"\'"#, with: #"\""#),
            "x cDRzcy93w7ZyZCsieCIgeQ%3D%3D z".replacing("%3D%3D", with: ""),
            #"x cDRzcy93w7Zy\nZCsieCIgeQ== z"#,
        ])
    func mixedForms(_ text: String) {
        let masked = SecretMask([Self.secret]).mask(text)
        #expect(masked.hasPrefix("x ‹secret›") && masked.hasSuffix(" z"), "\(masked)")
        #expect(!masked.contains("ss") && !masked.contains("cy93"), "\(masked)")
    }

    @Test("what programs make of a secret before they put it into base64 is masked too")
    func encodedTwice() {
        let json = Base64.text(#"{"token":"p4ss/wörd+\"x\" y"}"#.utf8)
        let percent = Base64.text("t=p4ss%2Fw%C3%B6rd%2B%22x%22%20y".utf8)
        for text in [json, percent, json.replacing("+", with: "%2B").replacing("/", with: "%2F")] {
            let masked = SecretMask([Self.secret]).mask("a \(text) z")
            #expect(masked.contains("‹secret›"), "\(masked)")
        }
        let basic = "Pass>>?word~~?>>x"
        let sent = Base64.text("joe:\(basic)".utf8).replacing("/", with: "%2F")
            .replacing("+", with: "%2B")
        #expect(SecretMask([basic]).mask("/x?t=\(sent)").contains("‹secret›"))
    }

    @Test("a long secret is looked for in time, and a cut letter or a quotation ends none of it")
    func hard() {
        #expect(SecretMask(["\"quoted\""]).mask("x…\"") == "x…\"")
        #expect(SecretMask(["\"quoted\""]).mask("say \"quot…\"") == "say ‹secret›…\"")
        #expect(
            SecretMask(["correct-bätterie"]).mask("a correct-b\u{FFFD}…\"")
                == "a ‹secret›\u{FFFD}…\"")
        #expect(SecretMask(["it's-a-secret"]).mask("it&#039;s-a-secret") == "‹secret›")
        let key = (0..<40).map { "line\($0) \(String(repeating: "Ab/+", count: 15))" }
            .joined(separator: "\n")
        let text = String(repeating: "Ab/+ nothing of it, {\"a\": 1} ", count: 2000)
        #expect(!SecretMask([key]).mask(text + key).contains("line17"))
    }

    @Test("a secret is masked without the blanks around it, and so is each of its lines")
    func parts() {
        let mask = SecretMask(["\u{FEFF}alpha12\nbravo34 \t"])
        #expect(mask.mask("got:alpha12:") == "got:‹secret›:")
        #expect(mask.mask("bravo34") == "‹secret›")
        #expect(SecretMask([" hunter2 "]).mask("x=hunter2;") == "x=‹secret›;")
    }

    @Test("a short secret that ends with a quotation mark is masked at the end too")
    func quoted() {
        #expect(SecretMask(["ab\""]).mask("say \"ab\"") == "say \"‹secret›")
        #expect(SecretMask(["50%25"]).mask("x 50%25 50%2525") == "x ‹secret› ‹secret›")
    }

    @Test("a command is given the secret, and nothing of it stays")
    func masked() async {
        let outcome = await Self.run("printf 'say %s now' \"$S\"", expect: .containing("other"))
        #expect(outcome.facts["stdout"] == "say ‹secret› now")
        #expect(outcome.outcome == .unmet)
        #expect(outcome.unmet == ["\"say ‹secret› now\""])
    }

    @Test(
        "every form in which it travels is masked",
        arguments: [
            "printf %s \"$S\" | base64 -w0", "printf 'u:%s' \"$S\" | base64 -w0",
            "printf 'us:%s and more' \"$S\" | base64 -w0",
            "printf 'user:%s;' \"$S\" | base64 -w0 | tr '+/' '-_'",
            "printf %s \"$S\" | od -An -v -tx1 | tr -d '\\n' | sed 's/ 70/p/;s/ 34/4/' >/dev/null; printf 'p4ss%%2Fw%%C3%%B6rd%%2B%%22x%%22%%20y'",
            "printf 'p4ss%%2fw%%c3%%b6rd%%2b%%22x%%22+y'",
            "printf '{\"a\":\"p4ss/wörd+\\\\\"x\\\\\" y\"}'",
            "printf '%s' \"$S\" | head -c 9",
        ])
    func forms(_ script: String) async {
        let outcome = await Self.run(script)
        let stdout = outcome.facts["stdout"]?.text ?? ""
        #expect(stdout.contains("‹secret›"), "\(stdout)")
        #expect(!stdout.contains("p4ss") && !stdout.contains("w%C3%B6rd"), "\(stdout)")
        // The middle of the secret, as base64 has it at each of the three places.
        for part in ["c3Mvd8O2cmQ", "zcy93w7ZyZC", "NzL3fDtnJkK", "c3Mvd8O2cmQr"] {
            #expect(!stdout.contains(part), "\(stdout)")
        }
    }

    @Test("a secret of several lines is masked where it is quoted on one, and line by line")
    func lines() async {
        let key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END KEY-----"
        for script in ["printf '%s' \"$S\"", "printf '%s' \"$S\" | tail -2 | head -1"] {
            let outcome = await Self.run(script, value: key, expect: .containing("other"))
            #expect(!Self.all(outcome).contains("kqhkiG9w0"), "\(Self.all(outcome))")
            #expect(!Self.all(outcome).contains("MIIEvQ"), "\(Self.all(outcome))")
        }
    }

    @Test("without trust nothing is started, and no secret is read")
    func untrusted() async {
        let outcome = await Self.run("true", .refused)
        #expect(outcome.code == .notTrusted && outcome.outcome == .undetermined)
    }

    @Test("a secret that is not there, or empty, leaves the check undetermined")
    func missing() async throws {
        try await Folder.temporary { folder in
            try folder.write("empty", "\n".utf8)
            try folder.write("bytes", [0xFF])
            try folder.write("good", "s3cret-value\r\n".utf8)
            for (secret, value) in [
                (Secret.variable("NONE"), "x"), (.variable("TOKEN"), ""), (.file("absent"), "x"),
                (.file("empty"), "x"), (.file("bytes"), "x"),
            ] {
                let outcome = await Self.run(
                    "true", secret: secret, value: value, folder: folder.path)
                #expect(outcome.code == .secretUnreadable && outcome.outcome == .undetermined)
            }
            let good = await Self.run(
                "printf '<%s>' \"$S\"", secret: .file("good"), folder: folder.path)
            #expect(good.facts["stdout"] == "<‹secret›>" && good.outcome == .met)
        }
    }

    @Test("what was seen for a step to paste has no secret")
    func seen() async {
        let check = CommandCheck(
            ["printf %s \"$S\""], shell: true, secretEnvironment: ["S": .variable("TOKEN")])
        let seen = await ConfiguredCheck(.command, check).look(
            in: .fixture(variables: ["PATH": "/usr/bin:/bin", "TOKEN": Self.secret])
        ).seen
        #expect(seen?.options["stdout"] == nil && seen?.options["exit"] != nil)
        var expected = CommandCheck.Expected()
        expected.stdout = .containing("other")
        let outcome = seen?.outcome(CommandCheck(["x"], expected: expected))
        #expect(outcome?.unmet.count == 1, "\(String(describing: outcome?.summary))")
        #expect(outcome.map { !Self.all($0).contains(Self.secret) } ?? false)
    }

    @Test(
        "a checklist says where a secret is kept, in exactly one place",
        arguments: [
            ("{S: {env: A, file: b}}", "exactly one place"), ("{S: {}}", "exactly one place"),
            ("{S: {vault: a}}", "holds no secrets"),
            ("{S: {env: 1A}}", "is not the name of a variable"),
        ])
    func mistakes(_ text: String, _ message: String) throws {
        let (check, mistakes) = try CheckKind.command.reading("{run: [a], environment: \(text)}")
        #expect(check == nil)
        #expect(mistakes.contains { $0.contains(message) }, "\(mistakes)")
    }

    @Test("a secret as a text is refused, and not repeated")
    func text() throws {
        let (_, mistakes) = try ValueType.secret.reading("hunter2")
        #expect(mistakes == ["a checklist holds no secrets, only where they are kept"])
    }
}
