import Rollout
import Testing

/// Which sign-offs an open step lacks, and who can give them.
struct LackingRolesTests {
    private static func step(
        notBy: [StepID] = [], requestedBy: RoleID? = nil, checks: Int = 1
    ) -> Step {
        let plain = Make.step("step", checks: checks)
        return Step(
            id: "step", title: "step", role: "ops", due: plain.due, checks: plain.checks,
            signOff: SignOffRule(roles: ["ops", "security"], notBy: notBy),
            requestedBy: requestedBy, rules: plain.rules)
    }

    private func lacking(
        _ steps: [Step], at time: String = "2025-10-05T12:00:00Z",
        _ history: (inout EntryBook, Instant) -> Void = { _, _ in }
    ) throws -> [LackingRole] {
        let now = try Make.at(time)
        var book = EntryBook(try PeopleSample.checklist(steps))
        history(&book, now)
        return try #require(book.assessment(asOf: now).step("step")).lacking
    }

    @Test("Every role is known also where the step is open for a check, with deputies in force")
    func all() throws {
        let found = try lacking([Self.step()])
        #expect(found.map(\.role) == ["ops", "security"])
        #expect(
            found.first?.candidates == [
                Actor("pia", onBehalfOf: "nora"), Actor("nora"), Actor("omar"), Actor("mia"),
            ])
        #expect(found.last?.candidates == [Actor("sam")])
        let later = try lacking([Self.step()], at: "2025-10-06T12:00:00Z")
        #expect(later.first?.candidates == [Actor("nora"), Actor("omar"), Actor("mia")])
    }

    @Test("What was signed is not lacking, and a step that is done lacks nothing")
    func signed() throws {
        let one = try lacking([Self.step()]) {
            $0.say(PeopleSample.approve, by: "pia", for: "nora", at: $1)
        }
        #expect(one.map(\.role) == ["security"])
        let done = try lacking([Self.step(checks: 0)]) { book, now in
            for (name, role) in [("omar", "ops"), ("sam", "security")] {
                book.add(
                    PeopleSample.approve, step: book.checklist.steps.first?.reference,
                    by: Principal(name), for: RoleID(role), at: now)
            }
        }
        #expect(done.isEmpty)
    }

    @Test("Whoever may not sign is no candidate, nor a deputy of theirs, and it is known why")
    func barred() throws {
        let other = Make.step("other")
        let found = try lacking([Self.step(notBy: ["other"]), other]) { book, now in
            book.add(
                PeopleSample.approve, step: other.reference, by: "pia", onBehalfOf: "nora",
                for: "ops", at: now)
        }
        #expect(found.first?.candidates == [Actor("omar"), Actor("mia")])
        #expect(found.first?.barred.map(\.principal) == ["nora"])
    }

    @Test("Nobody can sign before the change was asked for")
    func request() throws {
        #expect(try lacking([Self.step(requestedBy: "ops")]).isEmpty)
    }

    @Test("Who may act for which role is known from members and deputies in force")
    func roles() throws {
        let checklist = try PeopleSample.checklist()
        let now = try PeopleSample.now()
        #expect(checklist.roles(of: "pia", at: now) == ["ops"])
        #expect(checklist.roles(of: "pia", at: try Make.at("2025-10-06T00:00:00Z")).isEmpty)
        #expect(checklist.roles(of: "nora", at: now) == ["ops"])
        #expect(checklist.mayAct(Actor("pia", onBehalfOf: "nora"), for: "ops", at: now))
        #expect(!checklist.mayAct(Actor("pia"), for: "ops", at: now))
        #expect(!checklist.mayAct(Actor("pia", onBehalfOf: "omar"), for: "ops", at: now))
    }
}
