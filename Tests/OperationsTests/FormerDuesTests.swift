import Operations
import Reporting
import Rollout
import Testing

@Suite("Lateness by the text of then", .timeLimit(.minutes(10)))
struct FormerDuesTests {
    private static let text = """
        readiness: 1
        id: sample
        title: A rollout
        owner: boss
        timeline: [{id: first, title: First, starts: 2025-10-10}]
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
        steps:
          - {id: one, title: One, role: boss, due: first - 5d, sign-off: {}}

        """

    private static func record(_ place: Place) async throws {
        _ = try await RecordTexts(by: "bea@example.com", place.context())([place.load()])
    }

    private static func move(_ place: Place, to day: String) async throws {
        try place.write(Sample.path, text.replacing("2025-10-10", with: day))
        try await record(place)
    }

    private static func sign(_ place: Place) async throws {
        _ = try await SignStep("one", .approve, note: "n")(place.act(by: "bea@example.com"))
    }

    @Test("What was finished late stays so when its phase moves later, and says by what date")
    func moved() async throws {
        try await Place.with(Self.text) { place in
            try await Self.record(place)
            try place.set("2025-10-07T12:00:00Z")
            try await Self.sign(place)
            #expect(try await place.status("one").punctuality == .finishedLate(place.now))
            let signed = place.now
            place.later(60)
            try await Self.move(place, to: "2025-12-10")
            let due = try #require(Instant(rfc3339: "2025-10-06T00:00:00Z"))
            #expect(
                try await place.status("one").punctuality == .finishedLate(signed, due: due))
            let report = try await place.judged().report(
                ReportInput.Tool(name: "readiness", version: "test"))
            let csv = String(decoding: CSVFormat().stream([report]), as: UTF8.self)
            #expect(csv.contains("\"finished late by 1 day, as it was due then\""), "\(csv)")
            // So it was judged while the text of then was in force, and stays for every text after.
            try await Self.move(place, to: "2026-03-10")
            #expect(
                try await place.status("one").punctuality == .finishedLate(signed, due: due))
        }
    }

    @Test("What was finished in time by the text of then is not late")
    func inTime() async throws {
        try await Place.with(Self.text) { place in
            try await Self.record(place)
            place.later(60)
            try await Self.move(place, to: "2025-12-10")
            try place.set("2025-10-07T12:00:00Z")
            try await Self.sign(place)
            #expect(try await place.status("one").punctuality == .finished(place.now))
        }
    }
}
