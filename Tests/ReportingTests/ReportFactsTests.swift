import Reporting
import Rollout
import Testing

struct ReportFactsTests {
    @Test("the facts of the sample")
    func sample() throws {
        let facts = try SampleReport().input().facts
        let steps = facts.assessment.steps
        func ids(_ places: [Int]) -> [String] { places.map { steps[$0].step.id.text } }
        #expect(ids(facts.late) == ["allow-endpoint"])
        #expect(ids(facts.finishedLate) == ["resolve"])
        #expect(facts.cautions == 1)
        #expect(facts.unlisted.isEmpty)
        #expect(facts.next?.phase.id == "worldwide")
        #expect(facts.assessment.unattachedSignOffs.map(\.entry.sequence) == [13, 14])
        #expect(facts.coverage.map(ids) == [["resolve", "allow-endpoint"], ["brief-desk"], []])
        #expect(facts.waivers(of: "spare-gateway").count == 1)
        #expect(facts.waivers(of: "resolve").isEmpty)
        let own = facts.phases[1]
        #expect(ids(own.afterStart) == ["review"])
        #expect(own.beforeStart.count == 9)
        #expect(own.byRole.map(\.role) == ["network-engineer", "service-desk", "change-manager"])
        #expect(own.byRole.flatMap(\.steps).sorted() == own.listed.sorted())
    }

    @Test("who is missing is known by role")
    func missing() throws {
        let facts = try SampleReport().input().facts
        #expect(
            facts.missing.map { facts.assessment.steps[$0.step].step.id } == [
                "brief-desk", "review",
            ])
        let desk = try #require(facts.roles.first { $0.role.id == "service-desk" })
        #expect(desk.missing.flatMap(\.candidates) == ["sue@example.com"])
        #expect(desk.missing.first?.wanted == 2)
        // What is waived is not asked for.
        #expect(facts.roles[0].missing.isEmpty)
    }

    @Test("a step is listed below one phase, also where two claim it")
    func listedOnce() throws {
        let sample = try SampleReport().input().assessment
        let twice = Assessment(
            checklist: sample.checklist, asOf: sample.asOf,
            phases: sample.phases + sample.phases, steps: sample.steps)
        let listed = ReportFacts(twice).phases.flatMap(\.listed)
        #expect(listed.sorted() == Array(sample.steps.indices))
    }

    @Test("an effect that a step names twice is addressed once")
    func coverage() throws {
        let phase = Phase(id: "p", title: "P", starts: try Make.range("2025-10-10"))
        let step = try Make.assessment(
            Make.step("s", "S", role: "r", due: Due(phase: "p"), addresses: ["e", "e"]), .pending,
            .asksNothing, in: phase, zone: .utc, asOf: try Make.instant("2025-09-29T06:00:00Z"))
        let assessment = Assessment(
            checklist: Make.checklist(
                effects: [Effect(id: "e", kind: .risk, title: "E")], steps: [step.step]),
            asOf: step.dueBegins, phases: [], steps: [step])
        #expect(ReportFacts(assessment).coverage == [[0]])
        #expect(ReportFacts(assessment).unlisted == [0])
    }
}
