import Rollout
import Testing

/// Two names that share a key on the list of signers are one person, whatever they sign with.
struct OtherNamesTests {
    /// What nora and omar, who are one person by the list, say one after the other of steps.
    private func reasons(
        _ steps: [Step], first: StepID = "step", second: StepID = "step",
        firstRole: RoleID = "ops", secondRole: RoleID = "ops", key: KeyFingerprint? = nil
    ) throws -> [String] {
        let now = try PeopleSample.now()
        var book = EntryBook(try Make.checklist(steps))
        func step(_ id: StepID) -> StepReference? { book.checklist.step(id)?.reference }
        book.add(
            PeopleSample.approve, step: step(first), by: "nora", for: firstRole,
            key: key.map { _ in PeopleSample.one }, alsoKnownAs: ["omar"], at: now)
        book.add(
            PeopleSample.approve, step: step(second), by: "omar", for: secondRole, key: key,
            alsoKnownAs: ["nora"], at: now)
        return book.assessment(asOf: now).signOffs.map(\.reason.code)
    }

    @Test("They count once for a role and once for all roles", arguments: [nil, PeopleSample.two])
    func count(key: KeyFingerprint?) throws {
        let pair = Make.step("step", signOff: SignOffRule(roles: ["ops"], count: 2))
        #expect(try reasons([pair], key: key) == ["approves", "same-person"])
        let both = Make.step("step", signOff: SignOffRule(roles: ["security", "ops"]))
        #expect(
            try reasons([both], firstRole: "security", key: key) == ["approves", "same-person"])
    }

    @Test("Nobody is asked to sign who has signed under another name")
    func asked() throws {
        let now = try PeopleSample.now()
        let pair = Make.step("step", signOff: SignOffRule(roles: ["ops"], count: 2))
        var book = EntryBook(try PeopleSample.checklist([pair]))
        book.say(PeopleSample.approve, by: "nora", alsoKnownAs: ["omar"], at: now)
        guard
            case .signOffsMissing("ops", have: 1, wanted: 2, let candidates, _, let barred) =
                book.assessment(asOf: now).step("step")?.reason
        else {
            Issue.record("\(book.assessment(asOf: now).steps)")
            return
        }
        #expect(candidates == ["mia"])
        #expect(
            barred == [BarredSigner("omar", .objection(.samePerson(as: "nora", entry: 1)))])
    }

    @Test("Neither signs what the other may not", arguments: [nil, PeopleSample.two])
    func excluded(key: KeyFingerprint?) throws {
        let steps = [
            Make.step("step"),
            Make.step("other", signOff: SignOffRule(roles: ["ops"], notBy: ["step"])),
        ]
        #expect(
            try reasons(steps, second: "other", key: key) == ["approves", "signed-excluded-step"])
        #expect(
            try reasons(steps, first: "other", key: key) == ["signed-excluded-step", "approves"])
    }

    @Test("Whoever they act for is one person too")
    func deputies() throws {
        let now = try PeopleSample.now()
        let step = Make.step("step", signOff: SignOffRule(roles: ["ops"], count: 2))
        var book = EntryBook(try PeopleSample.checklist([step]))
        book.say(PeopleSample.approve, by: "pia", for: "nora", alsoKnownAs: ["omar"], at: now)
        book.say(PeopleSample.approve, by: "omar", alsoKnownAs: ["pia"], at: now)
        #expect(book.reasons(at: now) == [.approves, .samePerson(as: "pia", entry: 1)])
    }

    @Test("Nobody looks back on a decision of their own under another name")
    func retrospective() throws {
        let now = try PeopleSample.now()
        let terms = DecisionTerms(poll: ["ops"])
        for others: Set<Principal> in [[], ["olga"]] {
            var book = EntryBook(try PeopleSample.checklist([Make.step("step")], decisions: terms))
            let decision = Decision(
                phase: "start", choice: .go, reason: "r", isEmergency: true, verdict: .noGo,
                conditions: 0, reasons: [], ledger: .empty)
            book.add(
                .decision(decision), by: "olga", for: "owner", key: PeopleSample.one, at: now)
            book.add(
                .retrospective(Retrospective(entry: book.entries[0].reference, note: "n")),
                by: "nora", for: "ops", key: PeopleSample.two, alsoKnownAs: others, at: now)
            let standing = book.assessment(asOf: now).decisions.first?.retrospective
            let owed = RetrospectiveStanding.owed(by: now.plus(hours: 7 * 24))
            #expect(standing == (others.isEmpty ? .given(book.entries[1]) : owed))
        }
    }

    @Test("Nobody waives a step of a role that they are in under another name, signed or not")
    func waiver() throws {
        let now = try PeopleSample.now()
        for key in [nil, PeopleSample.one] {
            var book = EntryBook(try Make.checklist([Make.step("step")]))
            book.add(
                .waiver(Waiver(until: now.plus(hours: 1), reason: "r")),
                step: book.checklist.steps.first?.reference, by: "olga", for: "owner", key: key,
                alsoKnownAs: ["mia"], at: now)
            #expect(
                book.assessment(asOf: now).waivers.map(\.reason) == [.ownStep("mia", "ops")])
        }
    }

    @Test("One person approves a text once under two names")
    func plan() throws {
        let now = try PeopleSample.now()
        let checklist = try PeopleSample.checklist(
            approval: ApprovalRule(roles: ["owner", "security"], isRequired: true))
        var book = EntryBook(checklist)
        let body = StatementBody.approval(
            PlanApproval(next: checklist.nextApprovers, isRequired: true, note: "n"))
        book.add(body, by: "olga", for: "owner", key: PeopleSample.one, at: now)
        book.add(
            body, by: "sam", for: "security", key: PeopleSample.two, alsoKnownAs: ["olga"], at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.approvals.map(\.reason) == [.counts, .samePerson(as: "olga", entry: 1)])
        #expect(assessment.plan == .lacking(["security"], approved: nil))
    }
}
