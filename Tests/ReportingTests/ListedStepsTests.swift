import Reporting
import Rollout
import Testing

/// Who asks for some steps gets those, and is told of how many.
struct ListedStepsTests {
    private static func report(_ selection: ReportSelection) throws -> ReportInput {
        let phase = Phase(id: "p", title: "Everybody", starts: try Make.range("2025-10-10"))
        let steps = [
            Make.step(
                "one", "One", role: "desk", due: Due(phase: "p"),
                signOff: SignOffRule(roles: ["desk", "boss"])),
            Make.step(
                "two", "Two", role: "desk", due: Due(phase: "p"),
                signOff: SignOffRule(roles: ["desk"])),
        ]
        let roles = [
            Role(id: "desk", title: "Service Desk", members: ["sam@example.com"]),
            Role(id: "boss", title: "Bosses", members: ["bea@example.com", "sam@example.com"]),
            Role(id: "idle", title: "Idle", members: ["ida@example.com"]),
        ]
        let checklist = Make.checklist(
            owner: "boss", timeline: [phase], roles: roles, steps: steps)
        let asOf = try Make.instant("2025-10-02T06:00:00Z")
        return Make.input(checklist.assessment(of: [], asOf: asOf), selection: selection)
    }

    private static let listed =
        "Listed are 1 of 2 steps, those of Bosses. Verdicts and counts are over all of them."

    @Test("A table has their rows alone")
    func table() throws {
        let report = try Self.report(ReportSelection(roles: ["boss"]))
        let rows = CSVFormat().text(report).split(separator: "\r\n").dropFirst()
        #expect(rows.count == 1 && rows.allSatisfy { $0.contains(",one,") }, "\(rows)")
        #expect(rows.allSatisfy { $0.hasSuffix(",\"\(Self.listed)\"") }, "\(rows)")
        let none = CSVFormat().text(try Self.report(ReportSelection(people: ["ida@example.com"])))
        #expect(none.split(separator: "\r\n").count == 2)
        #expect(none.contains("Listed are 0 of 2 steps"))
        #expect(!none.contains("has no steps"))
    }

    @Test("A calendar has their days, and those of the phases")
    func calendar() throws {
        let text = CalendarFormat().text(try Self.report(ReportSelection(roles: ["boss"])))
            .replacing("\r\n ", with: "")
        #expect(text.contains("SUMMARY:pending: One\r\n"), "\(text)")
        #expect(!text.contains("SUMMARY:pending: Two"), "\(text)")
        #expect(text.contains(": Everybody starts"), "\(text)")
        #expect(text.contains(Self.listed.replacing(",", with: "\\,")), "\(text)")
    }

    @Test("Everybody whom a step asks is named, each once")
    func people() throws {
        let report = try Self.report(.everything)
        let csv = CSVFormat().text(report)
        #expect(csv.contains(",one,One,desk,sam@example.com bea@example.com,"), "\(csv)")
        #expect(csv.contains(",two,Two,desk,sam@example.com,"), "\(csv)")
        let calendar = CalendarFormat().text(report).replacing("\r\n ", with: "")
        #expect(
            calendar.contains(
                "DESCRIPTION:Service Desk: sam@example.com\\nBosses: bea@example.com\\, sam@example.com\\nAs of "
            ), "\(calendar)")
    }

    @Test("A format that lists what is asked for says that it does")
    func formats() {
        let able = ReportFormats.all.filter(\.choosesSteps).map(\.name)
        #expect(able == ["markdown", "html", "csv", "ics"])
    }
}
