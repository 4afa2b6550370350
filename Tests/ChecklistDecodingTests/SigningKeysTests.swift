import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// The keys that say who signs, stands in, asks, answers and approves.
struct SigningKeysTests {
    private static func decoded(_ extra: String, roles: String = Sample.roles) throws -> Checklist {
        try Reading.loaded(Sample.checklist(roles: roles, extra: extra)).checklist
    }

    private static func roles(_ deputy: String) -> String {
        """
        roles:
          owner: {title: Owner, members: [olga@example.com]}
          ops:
            title: Operations
            members: [nora@example.com, omar@example.com]
            deputies: [\(deputy)]
        """
    }

    @Test("signing and runners")
    func signing() throws {
        #expect(try Self.decoded("signing: required").requiresSigning)
        #expect(try !Self.decoded("signing: optional").requiresSigning)
        #expect(try !Self.decoded("").requiresSigning)
        #expect(try Self.decoded("runners: [robot@example.com]").runners == ["robot@example.com"])
        #expect(try Self.decoded("").runners == nil)
    }

    @Test("decisions and approval")
    func decisions() throws {
        let rule = try Self.decoded(
            "decisions: {poll: [ops], unanimous: true, retrospective-within: 3d}"
        ).decisions
        #expect(rule.poll == ["ops"] && rule.isUnanimous)
        #expect(rule.retrospectiveWithin == .seconds(3 * 86_400))
        let usual = try Self.decoded("").decisions
        #expect(usual.poll.isEmpty && !usual.isUnanimous)
        #expect(usual.retrospectiveWithin == .seconds(7 * 86_400))
        let approval = try Self.decoded("approval: {by: [owner, ops], required: true}").approval
        #expect(approval?.roles == ["owner", "ops"] && approval?.isRequired == true)
        #expect(try Self.decoded("approval: {by: [ops]}").approval?.isRequired == false)
        #expect(try Self.decoded("").approval == nil)
    }

    @Test("deputies and requested-by")
    func people() throws {
        let deputy =
            "{for: nora@example.com, by: pia@example.com, from: 2025-10-01, until: 2025-10-03, reason: Away}"
        let role = try Self.decoded("", roles: Self.roles(deputy)).role("ops")
        let found = try #require(role?.deputies.first)
        #expect(found.member == "nora@example.com" && found.deputy == "pia@example.com")
        #expect(found.reason == "Away")
        #expect(found.from.begins(in: .utc).rfc3339 == "2025-10-01T00:00:00Z")
        #expect(found.until.lapses(in: .utc).rfc3339 == "2025-10-04T00:00:00Z")
        let text = Sample.step("requested-by: owner, sign-off: {}")
        #expect(try Reading.loaded(text).checklist.steps.first?.requestedBy == "owner")
    }

    static let mistakes: [(String, String)] = [
        ("signing: yes", "wrong-value"), ("signing: [required]", "wrong-type"),
        ("runners: []", "wrong-value"), ("runners: [two words]", "wrong-value"),
        ("decisions: {poll: [opps]}", "unknown-role"),
        ("decisions: {unanimous: true}", "nobody-polled"),
        ("decisions: {poll: [ops], unanimous: often}", "wrong-value"),
        ("decisions: {poll: [ops], retrospective-within: -1d}", "wrong-value"),
        ("decisions: {roles: [ops]}", "unknown-key"),
        ("approval: {required: true}", "missing-key"), ("approval: {by: []}", "wrong-value"),
        ("approval: {by: [opps]}", "unknown-role"),
        ("approval: {by: [ops], required: maybe}", "wrong-value"),
    ]

    @Test("A wrong value is a mistake", arguments: mistakes)
    func wrong(_ extra: String, _ code: String) throws {
        let found = try Reading.outcome(Sample.checklist(extra: extra)).diagnostics
        #expect(found.map(\.code) == [code], "\(extra)")
        #expect(found.allSatisfy { $0.severity == .error })
    }

    static let deputies: [(String, String)] = [
        (
            "{for: zoe@example.com, by: pia@example.com, from: 2025-10-01, until: 2025-10-03, reason: r}",
            "deputy-of-nobody"
        ),
        (
            "{for: nora@example.com, by: nora@example.com, from: 2025-10-01, until: 2025-10-03, reason: r}",
            "own-deputy"
        ),
        (
            "{for: nora@example.com, by: pia@example.com, from: 2025-10-04, until: 2025-10-03, reason: r}",
            "order"
        ),
        (
            "{for: nora@example.com, by: pia@example.com, from: 2025-10-01, reason: r}",
            "missing-key"
        ),
        (
            "{for: nora@example.com, by: pia@example.com, from: 2025-10-01, until: soon, reason: r}",
            "wrong-value"
        ),
    ]

    @Test("A wrong deputy is a mistake", arguments: deputies)
    func deputy(_ deputy: String, _ code: String) throws {
        let text = Sample.checklist(roles: Self.roles(deputy))
        #expect(try Reading.outcome(text).diagnostics.map(\.code) == [code])
    }

    @Test("A request without anybody to approve it, or by a role that there is not, is a mistake")
    func requests() throws {
        let check = "requested-by: owner, check: [{file: {path: a}}]"
        #expect(
            try Reading.outcome(Sample.step(check)).diagnostics.map(\.code)
                == ["nothing-to-approve"])
        let role = Sample.step("requested-by: opps, sign-off: {}")
        #expect(try Reading.outcome(role).diagnostics.map(\.code) == ["unknown-role"])
    }
}
