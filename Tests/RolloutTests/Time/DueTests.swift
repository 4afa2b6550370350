import Rollout
import Testing

/// When a step is due, counted from a phase.
struct DueTests {
    struct Case: CustomTestStringConvertible {
        let due: Due
        let starts: String
        var ends: String?
        var zone = "Europe/Berlin"
        let point: String?
        let text: String
        var testDescription: String { "\(text) from \(starts)" }
    }

    static let cases = [
        Case(due: Due(phase: "p"), starts: "2025-10-10", point: "2025-10-10", text: "p"),
        Case(
            due: Due(phase: "p", amount: -7), starts: "2025-10-10", point: "2025-10-03",
            text: "p - 7d"),
        Case(
            due: Due(phase: "p", amount: 1), starts: "2024-02-28", point: "2024-02-29",
            text: "p + 1d"),
        Case(
            due: Due(phase: "p", amount: -2, unit: .weeks), starts: "2025-10-10",
            point: "2025-09-26", text: "p - 2w"),
        Case(
            due: Due(phase: "p", amount: -1, unit: .workingDays), starts: "2025-10-13",
            point: "2025-10-10", text: "p - 1bd"),
        Case(
            due: Due(phase: "p", amount: 2, unit: .workingDays), starts: "2025-10-10T22:00",
            point: "2025-10-14T22:00", text: "p + 2bd"),
        // Days keep the time of day where clocks are set; hours do not.
        Case(
            due: Due(phase: "p", amount: -1), starts: "2025-10-26T12:00", point: "2025-10-25T12:00",
            text: "p - 1d"),
        Case(
            due: Due(phase: "p", amount: -24, unit: .hours), starts: "2025-10-26T12:00",
            point: "2025-10-25T13:00", text: "p - 24h"),
        Case(
            due: Due(phase: "p", amount: -24, unit: .hours), starts: "2025-03-30T12:00",
            point: "2025-03-29T11:00", text: "p - 24h"),
        Case(
            due: Due(phase: "p", amount: -2, unit: .hours), starts: "2025-10-10",
            point: "2025-10-09T22:00", text: "p - 2h"),
        Case(
            due: Due(phase: "p", amount: 3, unit: .hours), starts: "2025-03-30", zone: "UTC",
            point: "2025-03-30T03:00", text: "p + 3h"),
        Case(
            due: Due(phase: "p", amount: 3, unit: .hours), starts: "2025-03-30",
            point: "2025-03-30T04:00", text: "p + 3h"),
        Case(
            due: Due(phase: "p", edge: .end), starts: "2025-10-10", ends: "2025-11-10",
            point: "2025-11-10", text: "p.end"),
        Case(
            due: Due(phase: "p", edge: .end, amount: 2, unit: .hours), starts: "2025-10-10",
            ends: "2025-11-10", point: "2025-11-11T02:00", text: "p.end + 2h"),
        Case(
            due: Due(phase: "p", edge: .end, amount: -1, unit: .weeks), starts: "2025-10-10",
            ends: "2025-11-10T09:30", point: "2025-11-03T09:30", text: "p.end - 1w"),
        Case(
            due: Due(phase: "p", edge: .end, amount: 1), starts: "2025-10-10", point: nil,
            text: "p.end + 1d"),
    ]

    @Test("A step is due at a point of the calendar", arguments: cases)
    func point(case: Case) throws {
        let starts = try #require(CalendarPoint(`case`.starts))
        let ends = `case`.ends.flatMap { CalendarPoint($0) }.map { CalendarRange($0) }
        let phase = Phase(id: "p", title: "P", starts: CalendarRange(starts), ends: ends)
        let zone = try #require(Zone(`case`.zone))
        #expect(`case`.due.point(in: phase, zone: zone)?.description == `case`.point)
        #expect(`case`.due.description == `case`.text)
    }

    @Test("A range counts from its earliest day")
    func range() throws {
        let range = CalendarRange(
            earliest: try #require(CalendarPoint("2025-11-01")),
            latest: try #require(CalendarPoint("2025-11-30")))
        let phase = Phase(id: "p", title: "P", starts: range, ends: range)
        #expect(
            Due(phase: "p", amount: -1).point(in: phase, zone: .utc)?.description == "2025-10-31")
        #expect(
            Due(phase: "p", edge: .end, amount: 1).point(in: phase, zone: .utc)?.description
                == "2025-11-02")
    }

    @Test("A due is read as it is written")
    func language() {
        for edge in [Due.Edge.start, .end] {
            for unit in Due.Unit.allCases {
                for amount in [-9999, -1, 0, 1, 14] {
                    let due = Due(
                        phase: "pilot", edge: edge, amount: amount,
                        unit: amount == 0 ? .days : unit)
                    #expect(Due(language: due.description) == due)
                }
            }
        }
        let wrong = [
            "", "pilot.middle", "pilot -", "pilot 7d", "pilot - 7", "pilot - 7m", "p.end.start",
        ]
        for text in wrong + ["pilot + 12345d", "pilot-7d.x", ".end"] {
            #expect(Due(language: text) == nil, "\(text)")
        }
    }
}
