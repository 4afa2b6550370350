import Rollout
import Testing

/// `docs/verdicts.md` says what the code does: every row of its tables is worked out.
struct VerdictsDocumentTests {
    private static let document = "docs/verdicts.md"

    private func rows(_ head: String...) throws -> [[String]] {
        try MarkdownTable(head: head, in: Self.document).rows
    }

    private func statuses(_ cell: String) throws -> [StatusSample.Wanted] {
        try cell.split(separator: ",").map { part in
            let name = String(part.drop { $0 == " " })
            return name == "resting on a waiver"
                ? .tainted : .plain(try #require(StepStatus(rawValue: name)))
        }
    }

    @Test("The decision table has every status, in the order in which they are tried")
    func decisionTable() throws {
        let rows = try rows("status", "when")
        #expect(rows.map(\.first) == StepStatus.allCases.map(\.rawValue))
    }

    @Test("A statement counts only where the table says so")
    func scope() throws {
        let rows = try rows("it says", "it counts only where", "the reason otherwise")
        let now = try Make.at("2025-10-05T12:00:00Z")
        let histories: [String: (inout EntryBook) -> Void] = [
            "the checklist's place": {
                $0.sign(
                    "step", by: "nora", at: now,
                    about: .init(rollout: RolloutReference(id: "sample", place: "x.yaml")))
            },
            "the target": {
                $0.sign("step", by: "nora", at: now, about: .init(scope: Scope(target: "contoso")))
            },
            "the value of a parameter": {
                $0.sign(
                    "step", by: "nora", at: now,
                    about: .init(scope: Scope(parameters: ["tenant": "south"])))
            },
            "the value of a parameter that the checklist lacks": {
                $0.sign(
                    "step", by: "nora", at: now,
                    about: .init(scope: Scope(parameters: ["tenant": "north", "gone": "x"])))
            },
            "the wording of the step": {
                $0.sign("step", by: "nora", at: now, wording: Make.otherWording)
            },
        ]
        #expect(Set(rows.map { $0[0] }) == Set(histories.keys))
        for row in rows {
            var book = EntryBook(
                try Make.checklist(
                    [Make.step("step")], parameters: [Parameter(name: "tenant", value: "north")]))
            let history = try #require(histories[row[0]])
            history(&book)
            let assessment = book.assessment(asOf: now)
            #expect(assessment.signOffs.map(\.reason.code) == [row[2]], "\(row)")
            #expect(assessment.verdict == .noGo)
        }
    }

    @Test("A correction counts only where the table says so")
    func corrections() throws {
        let rows = try rows("a correction", "counts", "the reason")
        #expect(Set(rows.map { $0[0] }) == Set(CorrectionSample.histories.keys))
        for row in rows {
            let found = try CorrectionSample.reason(row[0])
            #expect((found.code, found == .counts ? "yes" : "no") == (row[2], row[1]), "\(row)")
        }
    }

    @Test("What is dated ahead counts when the table says")
    func datedAhead() throws {
        let rows = try rows("dated ahead", "counts")
        #expect(Set(rows.map { $0[0] }) == Set(AheadSample.histories.keys))
        for row in rows {
            let counted = try AheadSample.countsAtOnce(row[0])
            #expect(counted == (row[1] == "at once"), "\(row)")
        }
    }

    @Test("A waiver covers what the table says")
    func waivers() throws {
        let rows = try rows("when waived", "since then", "the step is")
        #expect(rows.count == 15)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            var book = EntryBook(try Make.checklist([Make.step("step", checks: 1)]))
            for (cell, at) in [(row[0], now), (nil, now), (row[1], now.plus(hours: 1))] {
                switch cell {
                case nil: book.waive("step", at: at, until: at.plus(hours: 9))
                case "nothing": break
                case "a check is met": book.check("step", at: at)
                case "a check is unmet": book.check("step", 0, .unmet, at: at)
                case "a check is unmet in other findings":
                    book.check("step", 0, .unmet, at: at, actual: ["closed", "slow"])
                case "a check is met, then unmet as before":
                    book.check("step", at: at)
                    book.check("step", 0, .unmet, at: at.plus(milliseconds: 1))
                case "a check could not be carried out":
                    book.check("step", 0, .undetermined, at: at)
                case "a rejection": book.sign("step", by: "nora", .reject, at: at)
                case let other?: Issue.record("\(other) is unknown")
                }
            }
            let step = book.assessment(asOf: now.plus(hours: 2)).step("step")
            #expect(step?.status.rawValue == row[2], "\(row)")
        }
    }

    @Test("The worst of what the sites saw decides, as the table says")
    func sites() throws {
        let rows = try rows("dmz", "office", "the step is")
        #expect(rows.count == 8)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            var book = EntryBook(
                try Make.checklist([Make.step("step", checks: 1, signOff: nil)]))
            for (site, cell) in zip(["dmz", "office"], row) where cell != "never" {
                let outcome: CheckOutcome.Outcome =
                    cell.hasPrefix("met") ? .met : cell.hasPrefix("unmet") ? .unmet : .undetermined
                let hours = cell.hasSuffix("long ago") ? -99 : -1
                book.check("step", 0, outcome, at: now.plus(hours: hours), from: site)
            }
            let step = book.assessment(asOf: now).step("step")
            #expect(step?.status.rawValue == row[2], "\(row)")
        }
    }

    @Test("The status of a needed step makes the other what the table says")
    func needs() throws {
        let rows = try rows(
            "the needed step is", "the step that needs it is", "resting on a waiver")
        #expect(rows.count == StepStatus.allCases.count)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            let needed = try #require(StepStatus(rawValue: row[0]))
            let steps = [
                Make.step("other", needs: ["needed"]),
                Make.step(
                    "needed", needs: needed == .blocked ? ["never"] : [],
                    applicability: needed == .notApplicable ? Make.off : .applies, checks: 1,
                    signOff: nil),
                Make.step("never"),
            ]
            var book = EntryBook(try Make.checklist(steps))
            book.sign("other", by: "nora", at: now)
            StatusSample.record(needed, of: "needed", in: &book, at: now)
            let assessment = book.assessment(asOf: now)
            #expect(assessment.step("needed")?.status == needed)
            #expect(assessment.step("other")?.status.rawValue == row[1])
            #expect(assessment.step("other")?.isTainted == (row[2] == "yes"))
        }
    }

    @Test("A step is late, finished or finished late where the table says so")
    func late() throws {
        let rows = try rows("by its due time", "since then", "the step is")
        #expect(rows.count == 8)
        let due = try Make.at("2025-10-10T22:00:00Z")
        for row in rows {
            let rule = SignOffRule(roles: ["ops"], validFor: .seconds(40 * 3600))
            var book = EntryBook(try Make.checklist([Make.step("step", signOff: rule)]))
            if row[0] == "ready" { book.sign("step", by: "nora", at: due.plus(hours: -1)) }
            if row[1].hasPrefix("ready") { book.sign("step", by: "nora", at: due) }
            if row[1].hasSuffix("rejected") {
                book.sign("step", by: "omar", .reject, at: due.plus(hours: 1))
            }
            if row[1] == "waived" { book.waive("step", at: due, until: due.plus(hours: 99)) }
            let now = due.plus(hours: row[1].hasSuffix("lapsed") ? 50 : 2)
            let found: String? =
                switch book.assessment(asOf: now).step("step")?.punctuality {
                case .open: "open"
                case .late: "late"
                case .finished: "finished"
                case .finishedLate: "finished late"
                case nil: nil
                }
            #expect(found == row[2], "\(row)")
        }
    }

    @Test("The statuses of the steps come to the verdict that the table says")
    func verdicts() throws {
        let rows = try rows("blocking steps", "advisory steps", "verdict")
        #expect(rows.count == 17)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            let assessment = try StatusSample.assessment(
                wanted: statuses(row[0]), advisory: statuses(row[1]), at: now)
            #expect(assessment.phases.first?.verdict?.rawValue == row[2], "\(row)")
        }
    }

    private static let dues = [
        "`p - 7d`": Due(phase: "p", amount: -7), "`p - 1d`": Due(phase: "p", amount: -1),
        "`p`": Due(phase: "p"), "`p + 1d`": Due(phase: "p", amount: 1),
        "`p + 3d`": Due(phase: "p", amount: 3),
        "`p + 9h`": Due(phase: "p", amount: 9, unit: .hours),
        "`p - 1bd`": Due(phase: "p", amount: -1, unit: .workingDays),
        "`p.end`": Due(phase: "p", edge: .end),
    ]

    @Test("A step counts from the start that the table says, and not a moment before")
    func counting() throws {
        let rows = try rows(
            "due", "its phase starts", "its phase ends", "counts for a phase that starts", "because"
        )
        #expect(rows.count == 7)
        for row in rows {
            let due = try #require(Self.dues[row[0]])
            #expect("`\(due)`" == row[0])
            let start = try Make.point(row[3]).begins(in: Make.zone("Europe/Berlin"))
            let justBefore = try Make.zone("Europe/Berlin").local(start.plus(hours: -1))
            let phases = [
                try Make.phase("p", starts: row[1], ends: row[2].isEmpty ? nil : row[2]),
                try Make.phase("q", starts: row[3]),
                Phase(
                    id: "r", title: "r", starts: CalendarRange(.time(justBefore))),
            ]
            let checklist = try Make.checklist([Make.step("step", due: due)], phases: phases)
            let now = try Make.at("2025-09-05T12:00:00Z")
            let assessment = EntryBook(checklist).assessment(asOf: now)
            #expect(assessment.phase("q")?.current.counted == [0], "\(row)")
            // A step that is due on an earlier day counts for a start on the evening before, too.
            let begins = try #require(assessment.steps.first?.dueBegins)
            #expect(
                assessment.phase("r")?.current.counted == (begins < start ? [0] : []), "\(row)")
        }
    }

    @Test("A step counts for the questions of its phase that the table says")
    func questions() throws {
        let rows = try rows("due", "before the start", "when due after the start", "to close")
        #expect(rows.count == 4)
        for row in rows {
            let due = try #require(Self.dues[row[0]])
            let phase = try Make.phase("p", starts: "2025-10-10", ends: "2025-10-20")
            let book = EntryBook(
                try Make.checklist([Make.step("step", due: due)], phases: [phase]))
            let before = book.assessment(asOf: try Make.at("2025-10-05T12:00:00Z")).phases.first
            let after = book.assessment(asOf: try Make.at("2025-10-25T12:00:00Z")).phases.first
            let counts = row.dropFirst().map { $0 == "counts" ? [0] : [] }
            #expect(before?.current.counted == counts[0])
            #expect(after?.current.counted == counts[1])
            #expect(before?.closing.counted == counts[2])
            #expect(after?.closing.counted == counts[2])
        }
    }

    @Test("A decision stands to a verdict as the table says")
    func decisions() throws {
        let rows = try rows("decision", "verdict", "relation")
        #expect(rows.count == 6)
        let now = try Make.at("2025-10-05T12:00:00Z")
        for row in rows {
            var book = EntryBook(try Make.checklist([Make.step("step")]))
            let choice = try #require(Decision.Choice(rawValue: row[0]))
            switch try #require(Verdict(rawValue: row[1])) {
            case .go: book.sign("step", by: "nora", at: now)
            case .conditional: book.waive("step", at: now, until: now.plus(hours: 1))
            case .noGo: break
            }
            book.decide("start", choice, at: now)
            let phase = book.assessment(asOf: now).phases.first
            #expect(phase?.verdict?.rawValue == row[1])
            #expect(phase?.decision?.relation?.rawValue == row[2])
        }
    }

    @Test("The table of exit statuses has every verdict")
    func exitStatuses() throws {
        let rows = try rows("verdict", "exit status")
        #expect(Set(rows.map { $0[0] }) == Set(Verdict.allCases.map(\.rawValue)))
        #expect(Set(rows.map { $0[1] }).count == rows.count)
    }
}
