import Rollout
import Testing

/// Histories in which something must not count although it nearly does.
struct FailClosedTests {
    private let now = Instant(milliseconds: 1_759_665_600_000)

    @Test(
        "A check that could not be carried out does not take a no away that a waiver never covered")
    func undeterminedAfterNo() throws {
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.waive("step", at: now, until: now.plus(hours: 9))
        book.check("step", 0, .unmet, at: now)
        book.check("step", 0, .undetermined, at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.step("step")?.status == .unknown)
        #expect(assessment.waivers.map(\.reason) == [.overtaken(by: 2)])
        #expect(assessment.verdict == .noGo)
        book.check("step", at: now)
        #expect(book.assessment(asOf: now).step("step")?.status == .waived)
    }

    @Test("Fewer of the findings that a waiver knew are covered, none or others are not")
    func fewerFindings() throws {
        func status(_ before: [String], _ since: [String]) throws -> StepStatus? {
            var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
            book.check("step", 0, .unmet, at: now, actual: before)
            book.waive("step", at: now, until: now.plus(hours: 9))
            book.check("step", 0, .unmet, at: now, actual: since)
            return book.assessment(asOf: now).step("step")?.status
        }
        #expect(try status(["a", "b"], ["a"]) == .waived)
        #expect(try status(["a", "b"], ["b", "a"]) == .waived)
        #expect(try status(["a"], ["a", "b"]) == .failing)
        #expect(try status(["a"], []) == .failing)
    }

    @Test(
        "A waived step whose own evidence is there is blocked without the waiver where a need is open"
    )
    func waivedAndBlocked() throws {
        let steps = [Make.step("step", needs: ["first"]), Make.step("first")]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("step", by: "nora", at: now)
        book.waive("step", at: now, until: now.plus(hours: 9))
        let step = book.assessment(asOf: now).step("step")
        #expect(step?.status == .waived)
        #expect(
            step?.withoutWaiver
                == StepFinding(.blocked, .needs("first", status: .pending, more: 0)))
        guard case .waived(_, _, _, let otherwise) = step?.reason else {
            Issue.record("it is not waived")
            return
        }
        #expect(otherwise.code == "needs-step")
    }

    @Test("A step that is not ready rests on no waiver, whatever it needs")
    func pendingRestsOnNothing() throws {
        let steps = [Make.step("step", needs: ["first"]), Make.step("first")]
        var book = EntryBook(try Make.checklist(steps))
        book.waive("first", at: now, until: now.plus(hours: 9))
        #expect(book.assessment(asOf: now).step("step")?.restsOn == [])
        #expect(book.assessment(asOf: now).step("step")?.status == .pending)
    }

    @Test("Who is excluded stays so until a taking back that is dated ahead has come")
    func exclusionStays() throws {
        let steps = [
            Make.step("build", due: Due(phase: "start", amount: 9)),
            Make.step("review", signOff: SignOffRule(roles: ["ops"], notBy: ["build"])),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("build", by: "nora", at: now)
        book.sign("review", by: "nora", at: now)
        book.revoke(1, by: "nora", at: now.plus(hours: 5))
        let before = book.assessment(asOf: now)
        #expect(before.step("review")?.status == .pending)
        #expect(before.phases.first?.holdsUntil == now.plus(hours: 5))
        #expect(book.assessment(asOf: now.plus(hours: 5)).step("review")?.status == .ready)
    }

    @Test("Where the moment from which evidence counts is nowhere, none does")
    func notBeforeNowhere() throws {
        for notBefore in [Due(phase: "gone"), Due(phase: "start", edge: .end)] {
            let step = Make.step("step", notBefore: notBefore, checks: 1)
            var book = EntryBook(try Make.checklist([step]))
            book.check("step", at: now)
            book.sign("step", by: "nora", at: now)
            #expect(book.assessment(asOf: now).step("step")?.status == .stale)
        }
    }

    @Test("Evidence that lapses when the step falls due in a phase under way is seen to lapse")
    func lapsesWhenDue() throws {
        let start = try Make.at("2025-10-09T22:00:00Z")
        for count in 1...9 {
            let others = (0..<count).map { number in
                Make.step(
                    StepID("s\(number)"), due: Due(phase: "start", amount: 30, unit: .hours),
                    signOff: SignOffRule(roles: ["ops"], validFor: .seconds(30 * 3600)))
            }
            var book = EntryBook(try Make.checklist([Make.step("base")] + others))
            book.sign("base", by: "nora", at: start)
            for step in others { book.sign(step.id, by: "nora", at: start) }
            let assessment = book.assessment(asOf: start)
            #expect(assessment.verdict == .go)
            #expect(assessment.phases.first?.holdsUntil == start.plus(hours: 30))
        }
    }

    @Test("An approval that is dated ahead carries evidence on")
    func carriedOn() throws {
        let rule = SignOffRule(roles: ["ops"], validFor: .seconds(10 * 3600))
        var book = EntryBook(try Make.checklist([Make.step("step", signOff: rule)]))
        book.sign("step", by: "nora", at: now)
        book.sign("step", by: "omar", at: now.plus(hours: 5))
        let assessment = book.assessment(asOf: now)
        #expect(assessment.step("step")?.countsUntil == now.plus(hours: 15))
        #expect(assessment.phases.first?.holdsUntil == now.plus(hours: 15))
    }

    @Test("A rejection for a role or by a person that nobody asks is a no all the same")
    func anyRejection() throws {
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        book.sign("step", by: "nora", at: now)
        book.sign("step", by: "left@example.com", .reject, at: now)
        #expect(book.assessment(asOf: now).step("step")?.status == .failing)
    }

    @Test("A step twice in needs, or a family that needs itself, frees nothing")
    func oddNeeds() throws {
        let steps = [
            Make.step("twice", needs: ["first", "first"]), Make.step("first"),
            Make.step("own/a", needs: ["own"]), Make.step("own/b"),
        ]
        var book = EntryBook(try Make.checklist(steps))
        for step in steps where step.id != "first" { book.sign(step.id, by: "nora", at: now) }
        let statuses = book.assessment(asOf: now).steps.map(\.status)
        #expect(statuses == [.blocked, .pending, .blocked, .ready])
    }

    @Test("Taking the newer of two waivers back leaves the older one, which knew less")
    func twoWaivers() throws {
        var book = EntryBook(try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
        book.waive("step", at: now, until: now.plus(hours: 9))
        book.check("step", 0, .unmet, at: now)
        book.waive("step", at: now, until: now.plus(hours: 3))
        let both = book.assessment(asOf: now)
        #expect(both.step("step")?.status == .waived)
        #expect(both.step("step")?.restsOn == [3])
        #expect(both.waivers.map(\.reason.code) == ["overtaken", "covers"])
        #expect(book.assessment(asOf: now.plus(hours: 3)).step("step")?.status == .failing)
        book.revoke(3, by: "olga", at: now)
        #expect(book.assessment(asOf: now).step("step")?.status == .failing)
    }
}
