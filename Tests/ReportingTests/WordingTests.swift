import Reporting
import Rollout
import Testing

struct WordingTests {
    struct Days: CustomTestStringConvertible, Sendable {
        let asOf: String
        let short: String
        let words: String

        var testDescription: String { asOf }
    }

    /// The phase starts at midnight in Berlin, 2025-10-09T22:00:00Z.
    @Test(
        "days are counted by the calendar of the zone",
        arguments: [
            Days(asOf: "2025-09-28T22:00:00Z", short: "T-11 d", words: "in 11 days"),
            Days(asOf: "2025-09-28T21:59:59Z", short: "T-12 d", words: "in 12 days"),
            Days(asOf: "2025-10-09T21:59:59.999Z", short: "T-1 d", words: "tomorrow"),
            Days(asOf: "2025-10-09T22:00:00Z", short: "T+0 d", words: "today"),
            Days(asOf: "2025-10-10T22:00:00Z", short: "T+1 d", words: "yesterday"),
            Days(asOf: "2025-11-01T00:00:00Z", short: "T+22 d", words: "22 days ago"),
        ])
    func days(_ row: Days) throws {
        let minus = TMinus(
            start: try Make.instant("2025-10-09T22:00:00Z"), asOf: try Make.instant(row.asOf),
            zone: try Make.zone(Make.berlin))
        #expect(minus.short == row.short)
        #expect(minus.words == row.words)
    }

    @Test("a start later on the same day is still ahead")
    func laterToday() throws {
        let minus = TMinus(
            start: try Make.instant("2025-10-10T20:00:00Z"),
            asOf: try Make.instant("2025-10-10T08:00:00Z"), zone: .utc)
        #expect(minus.short == "T-0 d")
        #expect(minus.words == "later today")
    }

    struct Sentence: CustomTestStringConvertible, Sendable {
        let status: Phase.Status
        let asOf: String
        let latest: String
        let sentence: String

        var testDescription: String { sentence }
    }

    @Test(
        "the sentence on a start does not claim more than the status says",
        arguments: [
            Sentence(
                status: .planned, asOf: "2025-10-01T00:00:00Z", latest: "2025-10-10",
                sentence: "It starts in 9 days."),
            Sentence(
                status: .planned, asOf: "2025-10-01T00:00:00Z", latest: "2025-10-20",
                sentence: "It starts at the earliest in 9 days."),
            Sentence(
                status: .planned, asOf: "2025-10-12T00:00:00Z", latest: "2025-10-10",
                sentence: "The start was 2 days ago, and the phase is planned."),
            Sentence(
                status: .started, asOf: "2025-10-12T00:00:00Z", latest: "2025-10-10",
                sentence: "It started 2 days ago."),
            Sentence(
                status: .started, asOf: "2025-10-08T00:00:00Z", latest: "2025-10-20",
                sentence: "The earliest start is in 2 days, and the phase is started."),
            Sentence(
                status: .paused, asOf: "2025-10-12T00:00:00Z", latest: "2025-10-20",
                sentence: "The earliest start was 2 days ago, and the phase is paused."),
            Sentence(
                status: .cancelled, asOf: "2025-10-12T00:00:00Z", latest: "2025-10-20",
                sentence: "The phase is cancelled."),
        ])
    func sentences(_ row: Sentence) throws {
        let phase = Phase(
            id: "p", title: "P", starts: try Make.range("2025-10-10", row.latest),
            status: row.status)
        let minus = TMinus(
            start: phase.starts.earliest.begins(in: .utc), asOf: try Make.instant(row.asOf),
            zone: .utc)
        #expect(minus.sentence(for: phase) == row.sentence)
    }

    @Test("an actual start leaves nothing open")
    func actualStart() throws {
        let phase = Phase(
            id: "p", title: "P", starts: try Make.range("2025-10-10", "2025-10-20"),
            status: .started, started: try Make.point("2025-10-12"))
        let minus = TMinus(
            start: phase.start.begins(in: .utc), asOf: try Make.instant("2025-10-15T00:00:00Z"),
            zone: .utc)
        #expect(minus.sentence(for: phase) == "It started 3 days ago.")
    }

    @Test("the counts of the states sum to the number of steps")
    func counts() throws {
        let steps = try SampleReport().input().assessment.steps
        let counts = StatusCounts(steps)
        #expect(StepState.allCases.map { counts[$0] }.reduce(0, +) == steps.count)
        #expect(StepState.allCases.allSatisfy { counts[$0] > 0 })
        #expect(counts[.ready] == 1)
        #expect(counts[.resting] == 1)
        #expect(counts.late == 1)
        #expect(counts.readyOfTotal == "1 of 9 ready, 1 resting on a waiver")
        #expect(StatusCounts().words == "no steps")
    }

    @Test(
        "lateness is counted from the moment at which the due point passed",
        arguments: [
            ("2025-09-26T22:30:00Z", "late by less than an hour"),
            ("2025-09-27T00:00:00Z", "late by 2 hours"), ("2025-09-27T22:00:00Z", "late by 1 day"),
            ("2025-09-29T06:00:00Z", "late by 2 days"),
        ])
    func lateness(_ asOf: String, _ words: String) throws {
        let steps = try SampleReport().input().assessment.steps
        let late = try #require(steps.first { $0.isLate })
        #expect(Lateness.words(late, asOf: try Make.instant(asOf)) == words)
        let other = try #require(steps.first { $0.punctuality == .open })
        #expect(Lateness.words(other, asOf: try Make.instant(asOf)) == nil)
    }

    @Test("what was finished late stays late by as much, whenever it is asked")
    func finishedLate() throws {
        let step = try #require(try SampleReport().input().assessment.steps.first)
        for asOf in ["2025-09-29T06:00:00Z", "2026-09-29T06:00:00Z"] {
            let words = Lateness.words(step, asOf: try Make.instant(asOf))
            #expect(words == "finished late by 2 days")
        }
    }

    @Test("times are those of the zone, and to the second where they are in UTC")
    func times() throws {
        let zone = try Make.zone(Make.berlin)
        let instant = try Make.instant("2025-09-29T06:00:00.250Z")
        #expect(LocalTime.text(instant, in: zone) == "2025-09-29 08:00 Europe/Berlin")
        #expect(LocalTime.utc(instant) == "2025-09-29T06:00:00Z")
        #expect(
            LocalTime.range(try Make.range("2025-10-10", "2025-10-12T22:00"))
                == "2025-10-10 to 2025-10-12 22:00")
    }
}
