import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// The actual dates of a phase beside its status, and points that are counted from them.
struct PhaseTests {
    private static func phase(_ keys: String, due: String = "start") -> String {
        Sample.checklist(
            timeline: "timeline: [{id: start, title: S, starts: 2025-10-10, \(keys)}]",
            steps: "- {id: a, title: A, role: ops, due: \(due), sign-off: {}}")
    }

    @Test("Actual dates are read, and dates count from them")
    func dates() throws {
        let text = Self.phase(
            "ends: 2025-10-20, status: completed, started: 2025-11-12, ended: 2025-11-13T10:00")
        let phase = try #require(try Reading.loaded(text).checklist.phase("start"))
        #expect(phase.started == CalendarPoint("2025-11-12"))
        #expect(phase.ended == CalendarPoint("2025-11-13T10:00"))
        #expect(phase.start == CalendarPoint("2025-11-12"))
        #expect(phase.end == CalendarPoint("2025-11-13T10:00"))
    }

    @Test(
        "Actual dates that go with the status are taken",
        arguments: [
            "status: started, started: 2025-11-12", "status: paused, started: 2025-11-12",
            "status: completed, started: 2025-11-12", "status: completed", "status: started",
            "status: completed, started: 2025-11-12, ended: 2025-11-12",
            "status: completed, started: 2025-11-12T10:00, ended: 2025-11-12",
            // An announcement that slipped is no contradiction.
            "ends: 2025-10-11, status: started, started: 2025-11-12",
        ])
    func good(keys: String) throws {
        #expect(try Reading.codes(Self.phase(keys)) == [])
    }

    @Test(
        "What contradicts the status or each other is found",
        arguments: [
            ("started: 2025-11-12", ["5:63 conflict"]),
            ("status: planned, started: 2025-11-12", ["5:80 conflict"]),
            ("status: cancelled, started: 2025-11-12", ["5:82 conflict"]),
            (
                "status: started, started: 2025-11-12, ended: 2025-11-13", ["5:99 conflict"]
            ),
            ("status: completed, ended: 2025-11-13", ["5:80 missing-key"]),
            ("status: planned, ended: 2025-11-13", ["5:78 conflict", "5:78 missing-key"]),
            (
                "status: completed, started: 2025-11-12, ended: 2025-11-11", ["5:101 order"]
            ),
            (
                "status: completed, started: 2025-11-12T10:00, ended: 2025-11-12T09:00",
                ["5:107 order"]
            ),
            ("status: started, started: soon", ["5:80 wrong-value"]),
            ("status: completed, started: x, ended: 2025-11-11", ["5:82 wrong-value"]),
        ])
    func contradictions(keys: String, codes: [String]) throws {
        #expect(try Reading.codes(Self.phase(keys)) == codes)
    }

    @Test("A step may be due after an actual end that no announcement named")
    func actualEnd() throws {
        let text = Self.phase(
            "status: completed, started: 2025-11-12, ended: 2025-11-13", due: "start.end + 1d")
        let checklist = try Reading.loaded(text).checklist
        let phase = try #require(checklist.phase("start"))
        #expect(
            checklist.steps.first?.due.point(in: phase, zone: .utc) == CalendarPoint("2025-11-14"))
    }

    @Test("A start may be left to the publisher, and then no end contradicts it")
    func toBeAnnounced() throws {
        let text = Self.phase("ends: 2025-10-20").replacing("2025-10-10", with: "to-be-announced")
        let phase = try #require(try Reading.loaded(text).checklist.phase("start"))
        #expect(phase.start == .toBeAnnounced)
        #expect(phase.starts.description == "to-be-announced")
    }

    @Test("Nothing but a start may be left to the publisher")
    func onlyStarts() throws {
        let codes = try Reading.codes(Self.phase("ends: to-be-announced"))
        #expect(codes.count == 1 && codes[0].hasSuffix(" wrong-value"))
        let latest = "{earliest: 2025-10-10, latest: to-be-announced}"
        let text = Self.phase("audience: all").replacing(
            "starts: 2025-10-10", with: "starts: \(latest)")
        #expect(try Reading.codes(text).count == 1)
    }
}
