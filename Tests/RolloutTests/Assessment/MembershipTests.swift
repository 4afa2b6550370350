import Rollout
import Testing

/// Who may act for a role at a moment.
struct MembershipTests {
    private func reason(
        by principal: Principal, for member: Principal?, at time: String
    ) throws -> SignOffReason? {
        let instant = try Make.at(time)
        var book = EntryBook(try PeopleSample.checklist([Make.step("step")]))
        book.say(PeopleSample.approve, by: principal, for: member, at: instant)
        return book.reasons(at: instant).first
    }

    @Test("A deputy counts from the first moment to the last, and not a moment longer")
    func span() throws {
        let begins = try Make.at("2025-10-04T00:00:00Z")
        let ends = try Make.at("2025-10-06T00:00:00Z")
        #expect(
            try reason(by: "pia", for: "nora", at: "2025-10-03T23:59:59.999Z")
                == .deputy(.notYet("pia", from: begins)))
        #expect(try reason(by: "pia", for: "nora", at: "2025-10-04T00:00:00Z") == .approves)
        #expect(try reason(by: "pia", for: "nora", at: "2025-10-05T23:59:59.999Z") == .approves)
        #expect(
            try reason(by: "pia", for: "nora", at: "2025-10-06T00:00:00Z")
                == .deputy(.over("pia", ended: ends)))
    }

    @Test("Nobody acts for others, for strangers or for oneself")
    func nobody() throws {
        let time = "2025-10-05T12:00:00Z"
        #expect(
            try reason(by: "pia", for: "omar", at: time)
                == .deputy(.notADeputy("pia", of: "omar", "ops")))
        #expect(
            try reason(by: "omar", for: "nora", at: time)
                == .deputy(.notADeputy("omar", of: "nora", "ops")))
        #expect(
            try reason(by: "nora", for: "nora", at: time)
                == .deputy(.notADeputy("nora", of: "nora", "ops")))
        #expect(try reason(by: "pia", for: "sam", at: time) == .notAMember("sam", "ops"))
        #expect(try reason(by: "pia", for: nil, at: time) == .notAMember("pia", "ops"))
    }

    @Test(
        "Only the author and the author's deputy take a rejection back",
        arguments: [
            ("nora", nil, true), ("pia", "nora", true), ("omar", "nora", false),
            ("pia", nil, false),
            ("olga", nil, false), ("olga", "nora", false),
        ] as [(Principal, Principal?, Bool)])
    func revocation(_ principal: Principal, _ member: Principal?, _ counts: Bool) throws {
        let now = try PeopleSample.now()
        var book = EntryBook(try PeopleSample.checklist([Make.step("step")]))
        book.say(PeopleSample.reject, by: "nora", at: now)
        book.add(
            .revocation(Revocation(entry: book.entries[0].reference, reason: "r")),
            step: book.entries[0].statement.step, by: principal, onBehalfOf: member, at: now)
        let assessment = book.assessment(asOf: now)
        #expect((assessment.revocations.first?.reason == .counts) == counts)
        #expect((assessment.step("step")?.status == .failing) == !counts)
    }
}
