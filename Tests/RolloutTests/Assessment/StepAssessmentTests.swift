import Rollout
import Testing

struct StepAssessmentTests {
    private static let moment = Instant(milliseconds: 1_760_000_000_000)

    /// An assessment in which one thing is another one.
    private static func assessment(
        step: Step = Make.step("a"), status: StepStatus = .pending,
        reason: StepReason = .asksNothing, withoutWaiver: StepFinding? = nil,
        restsOn: [Int] = [], due: CalendarPoint = .toBeAnnounced, dueBegins: Instant = moment,
        dueLapses: Instant = moment, punctuality: Punctuality = .open,
        countsUntil: Instant? = nil, checks: [CheckAssessment] = [],
        signOffs: [SignOffAssessment] = []
    ) -> StepAssessment {
        StepAssessment(
            step: step, status: status, reason: reason, withoutWaiver: withoutWaiver,
            restsOn: restsOn, due: due, dueBegins: dueBegins, dueLapses: dueLapses,
            punctuality: punctuality, countsUntil: countsUntil, checks: checks, signOffs: signOffs)
    }

    @Test("What is known about a step is the same where all of it is")
    func equal() {
        #expect(Self.assessment() == Self.assessment())
        #expect(Set([Self.assessment(), Self.assessment()]).count == 1)
    }

    @Test(
        "It is not the same where any one thing is another one",
        arguments: [
            assessment(step: Make.step("b")), assessment(status: .failing),
            assessment(reason: .asksNobody),
            assessment(withoutWaiver: StepFinding(.pending, .asksNothing)),
            assessment(restsOn: [1]),
            assessment(due: .day(CivilDate(daysSinceEpoch: 1))),
            assessment(dueBegins: moment.plus(hours: 1)),
            assessment(dueLapses: moment.plus(hours: 1)), assessment(punctuality: .late),
            assessment(countsUntil: moment),
            assessment(checks: [
                CheckAssessment(
                    definition: CheckDefinition(kind: "tcp", subject: "host:1"),
                    freshness: .missing, entry: nil, report: nil)
            ]),
            assessment(signOffs: [
                SignOffAssessment(
                    entry: EntryTests.entry(),
                    signOff: SignOff(choice: .approve, note: "", evidence: []), step: "a",
                    role: "ops", reason: .approves)
            ]),
        ])
    func differs(_ other: StepAssessment) { #expect(other != Self.assessment()) }
}
