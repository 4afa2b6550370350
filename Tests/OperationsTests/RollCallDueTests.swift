import CanonicalJSON
import Foundation
import Operations
import Reporting
import Rollout
import Testing

@Suite("Answers to a roll call are something to do", .timeLimit(.minutes(10)))
struct RollCallDueTests {
    private static let text = """
        readiness: 1
        id: sample
        title: A rollout
        owner: boss
        timeline:
          - {id: first, title: First, starts: 2025-11-10}
          - {id: second, title: Second, starts: 2025-12-10}
        decisions: {poll: [admin, desk]}
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          admin: {title: Admins, members: [ann@example.com]}
          desk: {title: Desk, members: [dan@example.com]}
        steps:
          - {id: one, title: One, role: boss, due: first, sign-off: {}}

        """

    /// Who is asked, by what, and by when.
    private static func asked(
        _ place: Place, within: Duration? = nil, people: [Principal] = []
    ) async throws -> [String] {
        let report = try await place.judged().report(
            ReportInput.Tool(name: "readiness", version: "test"))
        let facts = PortfolioFacts([report])
        let table = DueTable(facts, [], [], facts.rollCalls(people: people, within: within))
        return (table.json["tasks"]?.items ?? []).map { task in
            [task["role"], task["phase"], task["title"], task["due"]].map { $0?.text ?? "null" }
                .joined(separator: " ")
        }
    }

    @Test("Each role that has not answered is asked until the owner decides")
    func answers() async throws {
        try await Place.with(Self.text) { place in
            let words = "first Answer the roll call on the start of First. 2025-11-10T00:00:00Z"
            #expect(try await Self.asked(place) == ["admin \(words)", "desk \(words)"])
            #expect(try await Self.asked(place, people: ["dan@example.com"]) == ["desk \(words)"])
            #expect(try await Self.asked(place, within: .seconds(86_400)).isEmpty)
            _ = try await PollPhase("first", .noGo, comment: "n")(
                place.act(by: "ann@example.com"))
            #expect(try await Self.asked(place) == ["desk \(words)"])
            _ = try await DecidePhase("first", .noGo, reason: "r")(
                place.act(by: "bea@example.com"))
            #expect(try await Self.asked(place).isEmpty)
        }
    }

    @Test("A table names the role beside what it has to do")
    func table() async throws {
        try await Place.with(Self.text) { place in
            let report = try await place.judged().report(
                ReportInput.Tool(name: "readiness", version: "test"))
            let facts = PortfolioFacts([report])
            let lines = DueTable(facts, [], [], facts.rollCalls()).lines(width: 300, colour: false)
            #expect(
                lines.contains {
                    $0.hasPrefix("2025-11-10 ") && $0.contains("dan@example.com")
                        && $0.contains("Desk") && $0.contains("Answer the roll call on the start")
                }, "\(lines)")
        }
    }

    @Test("The mail of a person has the roll calls that start within its time")
    func mail() async throws {
        try await Place.with(Self.text) { place in
            func mail(_ person: Principal, days: Int) async throws -> String? {
                let report = try await place.judged().report(
                    ReportInput.Tool(name: "readiness", version: "test"))
                return DigestMail(
                    to: person, from: "r@example.com", within: .seconds(days * 86_400)
                ).bytes([report]).map(Self.plain)
            }
            let text = try #require(try await mail("dan@example.com", days: 3_650))
            let subject = "Subject: Readiness: 0 steps and 1 roll call to do\r\n"
            #expect(text.contains(subject), "\(text)")
            #expect(text.contains("Answer the roll call on the start of First."), "\(text)")
            #expect(try await mail("bea@example.com", days: 3_650)?.contains("roll call") == false)
            #expect(try await mail("dan@example.com", days: 1)?.contains("roll call") != true)
            _ = try await PollPhase("first", .noGo, comment: "n")(
                place.act(by: "dan@example.com"))
            #expect(try await mail("dan@example.com", days: 3_650)?.contains("roll call") != true)
        }
    }

    /// The head of a mail, and its first part as it is read.
    private static func plain(_ mail: [UInt8]) -> String {
        let parts = String(decoding: mail, as: UTF8.self).components(separatedBy: "\r\n\r\n")
        let body = parts.count > 2 ? parts[2] : ""
        let bytes = Data(base64Encoded: body, options: .ignoreUnknownCharacters) ?? Data()
        return parts[0] + "\r\n" + String(decoding: bytes, as: UTF8.self)
    }
}
