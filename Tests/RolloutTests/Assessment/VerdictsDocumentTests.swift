import Rollout
import Testing

/// `docs/verdicts.md` says what the code does: every row of its tables is worked out.
struct VerdictsDocumentTests {
    private static let document = "docs/verdicts.md"

    private func rows(_ head: String...) throws -> [[String]] {
        try MarkdownTable(head: head, in: Self.document).rows
    }

    private func statuses(_ cell: String) throws -> [StepStatus] {
        try cell.split(separator: ",").map {
            try #require(StepStatus(rawValue: String($0.drop { $0 == " " })))
        }
    }

    @Test("The decision table has every status, in the order in which they are tried")
    func decisionTable() throws {
        let rows = try rows("status", "when")
        #expect(rows.map(\.first) == StepStatus.allCases.map(\.rawValue))
    }

    @Test("The status of a needed step makes the other what the table says")
    func needs() throws {
        let rows = try rows("the needed step is", "the step that needs it is")
        #expect(rows.count == StepStatus.allCases.count)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            let needed = try #require(StepStatus(rawValue: row[0]))
            let steps = [
                Make.step("other", needs: ["needed"]),
                Make.step(
                    "needed", needs: needed == .blocked ? ["never"] : [],
                    applicability: needed == .notApplicable
                        ? .doesNotApply(because: "x is y") : .applies, checks: 1, signOff: nil),
                Make.step("never"),
            ]
            var book = RecordBook(try Make.checklist(steps))
            book.sign("other", by: "nora", at: now)
            StatusSample.record(needed, of: "needed", in: &book, at: now)
            let assessment = book.assessment(asOf: now)
            #expect(assessment.step("needed")?.status == needed)
            #expect(assessment.step("other")?.status.rawValue == row[1])
        }
    }

    @Test("The statuses of the steps come to the verdict that the table says")
    func verdicts() throws {
        let rows = try rows("blocking steps", "advisory steps", "verdict")
        #expect(rows.count == 16)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            let assessment = try StatusSample.assessment(
                blocking: statuses(row[0]), advisory: statuses(row[1]), at: now)
            #expect(assessment.phases.first?.verdict?.rawValue == row[2], "\(row)")
        }
    }

    @Test("A step counts from the start that the table says, and not a moment before")
    func counting() throws {
        let rows = try rows(
            "due", "its phase starts", "its phase ends", "counts for a phase that starts")
        let dues = [
            "`p - 7d`": Due(phase: "p", amount: -7), "`p`": Due(phase: "p"),
            "`p + 1d`": Due(phase: "p", amount: 1),
            "`p + 9h`": Due(phase: "p", amount: 9, unit: .hours),
            "`p - 1bd`": Due(phase: "p", amount: -1, unit: .workingDays),
            "`p.end`": Due(phase: "p", edge: .end),
        ]
        #expect(rows.count == 7)
        for row in rows {
            let due = try #require(dues[row[0]])
            #expect("`\(due)`" == row[0])
            let phases = [
                try Make.phase("p", starts: row[1], ends: row[2].isEmpty ? nil : row[2]),
                try Make.phase("q", starts: row[3]),
            ]
            let checklist = try Make.checklist([Make.step("step", due: due)], phases: phases)
            let now = try Make.at("2025-10-05T12:00:00Z")
            let assessment = RecordBook(checklist).assessment(asOf: now)
            #expect(assessment.phase("q")?.counted == ["step"], "\(row)")
        }
    }

    @Test("A decision differs from a verdict where the table says so")
    func decisions() throws {
        let rows = try rows("decision", "verdict", "differs")
        #expect(rows.count == 6)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            var book = RecordBook(try Make.checklist([Make.step("step")]))
            let choice = try #require(Decision.Choice(rawValue: row[0]))
            switch try #require(Verdict(rawValue: row[1])) {
            case .go: book.sign("step", by: "nora", at: now)
            case .conditional: book.waive("step", at: now, until: now.plus(hours: 1))
            case .noGo: break
            }
            book.decide("start", choice, at: now)
            let phase = book.assessment(asOf: now).phases.first
            #expect(phase?.verdict?.rawValue == row[1])
            #expect(phase?.decision?.differs == (row[2] == "yes"))
        }
    }

    @Test("The table of exit statuses has every verdict")
    func exitStatuses() throws {
        let rows = try rows("verdict", "exit status")
        #expect(Set(rows.map { $0[0] }) == Set(Verdict.allCases.map(\.rawValue)))
        #expect(Set(rows.map { $0[1] }).count == rows.count)
    }
}
