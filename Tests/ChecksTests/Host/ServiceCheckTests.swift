import Checks
import Rollout
import Testing

@Suite("The service check")
struct ServiceCheckTests {
    private static let running = """
        Result=success
        NRestarts=0
        Id=a.service
        LoadState=loaded
        ActiveState=active
        SubState=running
        UnitFileState=enabled
        """

    private static func outcome(
        _ text: String, _ expect: (inout ServiceCheck.Expected) -> Void = { _ in }
    ) throws -> CheckOutcome.Outcome {
        var expected = ServiceCheck.Expected()
        expect(&expected)
        let status = try #require(ServiceStatus(text))
        return ServiceCheck("a", expected: expected)
            .judge(.seen(status), at: Instant(milliseconds: 0)).result.outcome
    }

    @Test(
        "what systemd says is held against what is expected",
        arguments: [
            ("active", "running", true, CheckOutcome.Outcome.met),
            ("active", "running", false, .unmet),
            ("inactive", "dead", true, .unmet), ("inactive", "dead", false, .met),
            ("failed", "failed", true, .unmet), ("failed", "failed", false, .met),
            ("activating", "start-pre", true, .undetermined),
            ("activating", "start-pre", false, .undetermined),
            ("activating", "auto-restart", true, .unmet),
            ("deactivating", "stop", true, .undetermined),
            ("reloading", "reload", true, .undetermined),
        ])
    func states(
        _ active: String, _ sub: String, _ wanted: Bool, _ outcome: CheckOutcome.Outcome
    ) throws {
        let text = Self.running.replacing("ActiveState=active", with: "ActiveState=\(active)")
            .replacing("SubState=running", with: "SubState=\(sub)")
        #expect(try Self.outcome(text) { $0.running = wanted } == outcome)
    }

    @Test("a unit that does not exist is unmet, and met where it must not run")
    func absent() throws {
        let text = """
            LoadState=not-found
            ActiveState=inactive
            SubState=dead
            UnitFileState=
            """
        #expect(try Self.outcome(text) == .unmet)
        #expect(try Self.outcome(text) { $0.enabled = true } == .unmet)
        #expect(try Self.outcome(text) { ($0.running, $0.enabled) = (false, false) } == .met)
    }

    @Test(
        "whether it starts with the machine",
        arguments: [
            ("enabled", true, CheckOutcome.Outcome.met), ("enabled", false, .unmet),
            ("static", true, .undetermined), ("enabled-runtime", true, .undetermined),
            ("masked-runtime", false, .undetermined), ("masked", true, .unmet),
            ("disabled", false, .met),
            ("indirect", true, .undetermined), ("", true, .undetermined),
        ])
    func enabled(_ state: String, _ wanted: Bool, _ outcome: CheckOutcome.Outcome) throws {
        let text = Self.running.replacing("UnitFileState=enabled", with: "UnitFileState=\(state)")
        #expect(try Self.outcome(text) { $0.enabled = wanted } == outcome)
    }

    @Test("restarts are counted, and are undetermined where systemd does not count them")
    func restarts() throws {
        let none = ValueExpectation([.bounds(minimum: nil, maximum: .number(0))])
        #expect(try Self.outcome(Self.running) { $0.restarts = none } == .met)
        let three = Self.running.replacing("NRestarts=0", with: "NRestarts=3")
        #expect(try Self.outcome(three) { $0.restarts = none } == .unmet)
        let unsaid = Self.running.replacing("NRestarts=0\n", with: "")
        #expect(try Self.outcome(unsaid) { $0.restarts = none } == .undetermined)
    }

    @Test("where systemd does not run the machine nothing is known")
    func notBooted() async throws {
        var expected = ServiceCheck.Expected()
        expected.running = false
        let check = ServiceCheck("a", expected: expected, marker: "/no/such/folder")
        let outcome = await check.carryOut(in: .fixture())
        #expect(outcome.outcome == .undetermined && outcome.code == .hostUnseen)
        #expect(outcome.detail == "systemd does not run this machine")
    }

    @Test(
        "a systemctl that fails, or says nothing, leaves it undetermined",
        arguments: ["exit 1", "exit 0", "echo LoadState=loaded", "echo nonsense", "kill -9 $$"])
    func broken(_ script: String) async throws {
        try await Folder.temporary { folder in
            try folder.write("systemctl", "#!/bin/sh\n\(script)\n".utf8, mode: 0o755)
            var expected = ServiceCheck.Expected()
            expected.running = false
            let check = ServiceCheck(
                "a", expected: expected, program: folder.path("systemctl"), marker: folder.path)
            let outcome = await check.carryOut(in: .fixture())
            #expect(outcome.outcome == .undetermined, "\(outcome.summary)")
        }
    }

    @Test("systemctl is asked for the unit alone, and its answer is kept")
    func asked() async throws {
        try await Folder.temporary { folder in
            let script = """
                #!/bin/sh
                [ "$1" = show ] && [ "$3" = -- ] && [ "$4" = a.service ] && [ $# = 4 ] || exit 9
                cat <<'E'
                \(Self.running)
                E
                """
            try folder.write("systemctl", script.utf8, mode: 0o755)
            let check = ServiceCheck(
                "a", program: folder.path("systemctl"), marker: folder.path)
            let outcome = await check.carryOut(in: .fixture())
            #expect(outcome.outcome == .met, "\(outcome.summary)")
            #expect(Set(outcome.facts.keys) == Set(CheckKind.service.facts.map(\.name)))
        }
    }

    @Test("a pattern is no unit", arguments: ["a*", "a?", "[a]", "-a", "a b"])
    func names(_ name: String) throws {
        #expect(try CheckKind.service.reading("{name: '\(name)'}").check == nil)
    }
}
