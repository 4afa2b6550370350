import CanonicalJSON
import Foundation
import Operations
import Reporting
import Rollout
import Testing

@Suite("Steps whose evidence can no longer be shown", .timeLimit(.minutes(10)))
struct LostEvidenceTests {
    private static let text = """
        readiness: 1
        id: sample
        title: A rollout
        owner: boss
        timeline: [{id: first, title: First, starts: 2025-11-10}]
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          admin: {title: Admins, members: [ann@example.com, bob@example.com]}
        steps:
          - {id: shown, title: Shown, role: admin, due: first, sign-off: {evidence: required}}
          - {id: again, title: Shown again, role: admin, due: first, sign-off: {}}
          - {id: upon, title: Upon it, role: admin, due: first, needs: [shown], sign-off: {}}
          - {id: firm, title: Without a file, role: admin, due: first, sign-off: {}}

        """

    private static func sign(
        _ place: Place, _ step: String, _ choice: SignOff.Choice = .approve,
        by name: String = "ann", showing file: String? = nil
    ) async throws {
        let evidence = file.map { [place.path($0)] } ?? []
        _ = try await SignStep(step, choice, note: "n", evidence: evidence)(
            place.act(by: "\(name)@example.com"))
    }

    /// The place with every step signed, two of them with one file.
    private static func with(_ body: (Place) async throws -> Void) async throws {
        try await Place.with(text) { place in
            try await sign(place, "shown", showing: "evidence.txt")
            try await sign(place, "again", showing: "evidence.txt")
            try await sign(place, "upon")
            try await sign(place, "firm")
            try await body(place)
        }
    }

    private static func lose(_ place: Place, _ text: String = "approved\n") throws {
        let hex = ContentDigest(of: text.utf8).hex
        try FileManager.default.removeItem(
            atPath: place.path(".readiness/evidence/sha256/\(hex.prefix(2))/\(hex)"))
    }

    private static func text(_ format: some ReportFormat, _ place: Place) async throws -> String {
        let report = try await place.judged().report(
            ReportInput.Tool(name: "readiness", version: "test"))
        return String(decoding: format.stream([report]), as: UTF8.self)
            .replacing("\r\n ", with: "")
    }

    @Test("They are stale, and what needs them is blocked, whoever shows the file again")
    func steps() async throws {
        try await Self.with { place in
            #expect(try await place.judged().assessment.verdict == .go)
            try Self.lose(place)
            let assessment = try await place.judged().assessment
            #expect(assessment.verdict == .noGo)
            #expect(assessment.steps.map(\.status) == [.stale, .stale, .blocked, .ready])
            #expect(
                assessment.step("shown")?.reason
                    == .signOffStale(
                        .notKept, choice: .approve, by: "ann@example.com", role: "admin", entry: 2))
            // That it is for lack of files is what programs are told.
            let phase = try #require(assessment.phase("first"))
            #expect(phase.current.isForLackOfFiles && phase.current.reasons.count == 4)
            // Another one who shows something makes it ready again; the verdict knows of the file.
            try place.write("other.txt", "approved once more\n")
            try await Self.sign(place, "shown", by: "bob", showing: "other.txt")
            #expect(try await place.status("shown").status == .ready)
            #expect(try await place.status("upon").status == .ready)
            #expect(try await place.judged().assessment.verdict == .noGo)
        }
    }

    @Test("A file that was changed shows nothing either, and a no stays a no without its file")
    func changed() async throws {
        try await Self.with { place in
            try place.write("why.txt", "it fails\n")
            try await Self.sign(place, "firm", .reject, by: "bob", showing: "why.txt")
            try Self.lose(place, "it fails\n")
            let hex = ContentDigest(of: "approved\n".utf8).hex
            try place.write(
                ".readiness/evidence/sha256/\(hex.prefix(2))/\(hex)", "APPROVED\n")
            let steps = try await place.judged().assessment.steps
            #expect(steps.map(\.status) == [.stale, .stale, .blocked, .failing])
        }
    }

    @Test("Every format says so of the steps")
    func formats() async throws {
        try await Self.with { place in
            try Self.lose(place)
            let csv = try await Self.text(CSVFormat(), place)
            for row in [",first,shown,", ",first,again,"] {
                let line = try #require(csv.split(separator: "\r\n").first { $0.contains(row) })
                #expect(line.contains(",stale,"), "\(line)")
            }
            let junit = try await Self.text(JUnitFormat(), place)
            #expect(junit.contains("name=\"shown\"><failure type=\"stale\""), "\(junit)")
            #expect(junit.contains("name=\"upon\"><failure type=\"blocked\""), "\(junit)")
            let metrics = try await Self.text(PrometheusFormat(), place)
            #expect(metrics.contains("state=\"ready\"} 1\n"), "\(metrics)")
            #expect(metrics.contains("state=\"stale\"} 2\n"), "\(metrics)")
            let calendar = try await Self.text(CalendarFormat(), place)
            #expect(calendar.contains("SUMMARY:stale: Shown\r\n"), "\(calendar)")
            let oscal = try await Self.text(OSCALFormat(), place)
            #expect(oscal.split(separator: "\"satisfied\"").count == 2, "\(oscal)")
            let words = "A file that it shows can no longer be shown as it was."
            for format in [MarkdownFormat(), JSONFormat(), GitHubFormat(), OSCALFormat()]
                as [any ReportFormat]
            {
                let text = try await Self.text(format, place)
                #expect(text.contains(words), "\(format.name): \(text)")
            }
        }
    }
}
