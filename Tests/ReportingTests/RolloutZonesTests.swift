import Reporting
import Rollout
import Testing

/// Tables of several rollouts name the zone of their times.
struct RolloutZonesTests {
    private static func reports(_ zones: [String]) throws -> [ReportInput] {
        try zones.enumerated().map { number, name in
            let phase = Phase(id: "p", title: "All", starts: try Make.range("2025-10-10"))
            let step = Make.step(
                "s", "A step", role: "desk", due: Due(phase: "p"),
                signOff: SignOffRule(roles: ["desk"]))
            let checklist = Make.checklist(
                "sample-\(number)", owner: "desk", zone: try Make.zone(name), timeline: [phase],
                roles: [Role(id: "desk", title: "Desk", members: ["sam@example.com"])],
                steps: [step])
            let asOf = try Make.instant("2025-10-02T06:00:00Z")
            return Make.input(checklist.assessment(of: [], asOf: asOf))
        }
    }

    /// What is due, the summary of a status, and the table above several reports.
    private static func tables(_ zones: [String]) throws -> [String] {
        let reports = try reports(zones)
        let facts = PortfolioFacts(reports)
        let markdown = String(decoding: MarkdownFormat().stream(reports), as: UTF8.self)
        return [
            DueTable(facts, facts.tasks()).lines(width: 200, colour: false)
                .joined(separator: "\n"),
            StatusSummary(width: 200, colour: false).lines(for: reports).joined(separator: "\n"),
            String(markdown.prefix(700)),
        ]
    }

    @Test("One zone is named once")
    func one() throws {
        for table in try Self.tables(["Europe/Berlin", "Europe/Berlin"]) {
            #expect(table.contains("Times are in Europe/Berlin."), "\(table)")
            #expect(!table.contains("2025-10-10 Europe/Berlin"), "\(table)")
        }
    }

    @Test("Several stand behind each time")
    func several() throws {
        for table in try Self.tables(["Europe/Berlin", "Asia/Tokyo"]) {
            #expect(!table.contains("Times are in"), "\(table)")
            for zone in ["Europe/Berlin", "Asia/Tokyo"] {
                #expect(table.contains("2025-10-10 \(zone)"), "\(table)")
            }
        }
    }
}
