import Rollout
import Testing

/// Whether the text of a checklist is approved, by whom and after which text.
struct PlanApprovalTests {
    private static let rule = ApprovalRule(roles: ["owner", "security"], isRequired: true)

    private func checklist(
        _ text: String, owners: [Principal] = ["olga", "otto"], rule: ApprovalRule? = rule
    ) throws -> Checklist {
        try PeopleSample.checklist(
            [Make.step("step")], approval: rule, owners: owners, text: text)
    }

    private static func approve(
        _ book: inout EntryBook, _ checklist: Checklist, by principal: Principal,
        for role: RoleID = "owner", at now: Instant
    ) {
        book.add(
            .approval(
                PlanApproval(
                    next: checklist.nextApprovers,
                    isRequired: checklist.approval?.isRequired ?? false, note: "n")),
            by: principal, for: role, at: now,
            about: EntryBook.Elsewhere(text: checklist.digest))
    }

    @Test("Every role has to approve it, each by one of its members")
    func roles() throws {
        let now = try PeopleSample.now()
        let first = try checklist("first")
        var book = EntryBook(first)
        #expect(
            book.assessment(asOf: now).plan == .lacking(["owner", "security"], approved: nil))
        Self.approve(&book, first, by: "olga", at: now)
        Self.approve(&book, first, by: "otto", at: now)
        #expect(book.assessment(asOf: now).plan == .lacking(["security"], approved: nil))
        Self.approve(&book, first, by: "olga", for: "security", at: now)
        Self.approve(&book, first, by: "nora", for: "ops", at: now)
        #expect(book.assessment(asOf: now).plan == .lacking(["security"], approved: nil))
        Self.approve(&book, first, by: "sam", for: "security", at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.plan == .approved)
        #expect(
            assessment.approvals.map(\.reason) == [
                .counts, .counts, .notAnApprover("olga", "security"),
                .otherRole(asked: ["owner", "security"]), .counts,
            ])
    }

    @Test("Members and rules of a new text do not speak for it")
    func newText() throws {
        let now = try PeopleSample.now()
        let rule = ApprovalRule(roles: ["owner"], isRequired: true)
        let first = try checklist("first", owners: ["olga"], rule: rule)
        let second = try checklist("second", owners: ["eve"], rule: rule)
        var book = EntryBook(first)
        Self.approve(&book, first, by: "olga", at: now)
        #expect(book.assessment(asOf: now).plan == .approved)
        var next = EntryBook(second, entries: book.entries)
        #expect(next.assessment(asOf: now).plan == .lacking(["owner"], approved: first.digest))
        Self.approve(&next, second, by: "eve", at: now)
        #expect(next.assessment(asOf: now).plan == .lacking(["owner"], approved: first.digest))
        Self.approve(&next, second, by: "olga", at: now)
        #expect(next.assessment(asOf: now).plan == .approved)
        // From now on it is eve who approves.
        let third = try checklist("third", owners: ["eve"], rule: rule)
        var last = EntryBook(third, entries: next.entries)
        Self.approve(&last, third, by: "olga", at: now)
        #expect(last.assessment(asOf: now).plan == .lacking(["owner"], approved: second.digest))
        Self.approve(&last, third, by: "eve", at: now)
        #expect(last.assessment(asOf: now).plan == .approved)
    }

    @Test("After a text that asks for no approval, one that does is approved by its own roles")
    func askedAgain() throws {
        let now = try PeopleSample.now()
        let rule = ApprovalRule(roles: ["owner"], isRequired: true)
        let first = try checklist("first", rule: rule)
        let second = try checklist("second", rule: nil)
        let third = try checklist("third", owners: ["otto"], rule: rule)
        var book = EntryBook(first)
        Self.approve(&book, first, by: "olga", at: now)
        var next = EntryBook(second, entries: book.entries)
        Self.approve(&next, second, by: "olga", at: now)
        #expect(next.assessment(asOf: now).plan == nil)
        var last = EntryBook(third, entries: next.entries)
        #expect(last.assessment(asOf: now).plan == .lacking(["owner"], approved: second.digest))
        Self.approve(&last, third, by: "olga", at: now)
        #expect(last.assessment(asOf: now).plan == .lacking(["owner"], approved: second.digest))
        Self.approve(&last, third, by: "otto", at: now)
        #expect(last.assessment(asOf: now).plan == .approved)
    }

    @Test("A text that no longer asks for approval has to be approved once more")
    func removed() throws {
        let now = try PeopleSample.now()
        let first = try checklist("first", rule: ApprovalRule(roles: ["owner"], isRequired: true))
        let second = try checklist("second", rule: nil)
        var book = EntryBook(first)
        #expect(EntryBook(second).assessment(asOf: now).plan == nil)
        Self.approve(&book, first, by: "olga", at: now)
        let next = EntryBook(second, entries: book.entries)
        let assessment = next.assessment(asOf: now)
        #expect(assessment.plan == .lacking(["owner"], approved: first.digest))
        #expect(assessment.phases.first?.current.verdict == .noGo)
        #expect(assessment.phases.first?.current.reasons.first?.code == "plan-not-approved")
    }
}
