import CanonicalJSON
import Checks
import Foundation
import Rollout
import Synchronization
import Testing

/// What a `clock` check says of servers of loopback.
@Suite("The clock check")
struct ClockCheckTests {
    private func outcome(
        _ port: Int, _ options: String = "maximum: 500ms", timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        let (check, mistakes) = try CheckKind.clock.reading(
            "{server: time.example.test, connect-to: '127.0.0.1:\(port)', \(options)}")
        let configured = try #require(check, "\(mistakes)")
        let outcome = await configured.carryOut(in: .fixture(timeout: timeout))
        let unknown = Set(outcome.facts.keys).subtracting(CheckKind.clock.facts.map(\.name))
        #expect(unknown.isEmpty)
        return outcome
    }

    private func outcome(
        of answer: TimeAnswer, _ options: String = "maximum: 500ms",
        timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        try await DatagramServer.with {
            answer.bytes(to: $0)
        } _: {
            try await outcome($0.port, options, timeout: timeout)
        }
    }

    @Test("a clock that is right is met, with all of its facts")
    func good() async throws {
        let result = try await outcome(
            of: TimeAnswer(), "maximum: 5s, stratum: {maximum: 3}")
        #expect(result.outcome == .met, "\(result.summary)")
        let facts = result.facts
        #expect(abs(facts["offset-ms"]?.integer ?? 9999) < 2000)
        #expect(facts["stratum"] == 2 && facts["leap"] == "none")
        #expect(facts["reference"] == "192.0.2.1" && facts["address"] == "127.0.0.1")
        #expect(facts["root-delay-ms"] == 11 && facts["root-dispersion-ms"] == 6)
        #expect(facts["server-time"] == "2025-10-09T08:53:20Z")
        #expect(facts["server"] == "time.example.test" && facts["port"] == 123)
    }

    @Test("a server that says that it took longer than the whole round is undetermined")
    func contradicted() async throws {
        var answer = TimeAnswer()
        answer.work = 200_000
        answer.clock += 100_000
        let result = try await outcome(of: answer)
        #expect(result.outcome == .undetermined, "\(result.summary)")
        #expect(result.facts["offset-ms"] == nil)
    }

    @Test("a server that reads its clock in steps of eight seconds is not exact enough")
    func coarse() async throws {
        var answer = TimeAnswer()
        answer.precision = 3
        let result = try await outcome(of: answer, "maximum: 5s")
        #expect(result.outcome == .undetermined, "\(result.summary)")
    }

    @Test(
        "a clock that is off is unmet, and it is told to which side",
        arguments: [
            (Int64(7_000), "a clock that is further behind", Int64(7_000)),
            (-7_000, "a clock that is further ahead", -7_000),
            (86_400_000_000, "a clock that is further behind", 86_400_000_000),
        ])
    func off(_ shift: Int64, _ actual: String, _ offset: Int64) async throws {
        var answer = TimeAnswer()
        answer.clock += shift
        let result = try await outcome(of: answer, "maximum: 2s")
        #expect(result.outcome == .unmet && result.unmet == [actual], "\(result.summary)")
        #expect(abs((result.facts["offset-ms"]?.integer ?? 0) - offset) < 2000)
    }

    @Test("the time on the way and the error of the server count for neither side")
    func inexact() async throws {
        var answer = TimeAnswer()
        answer.rootDispersion = 0x0008_0000
        let result = try await outcome(of: answer, "maximum: 2s")
        #expect(result.outcome == .undetermined && result.unmet == [], "\(result.summary)")
        #expect(result.unknown.first?.contains("not exact enough") ?? false)
        #expect(result.facts["error-ms"]?.integer ?? 0 >= 8000)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let detail: String
        let answer: TimeAnswer

        init(_ name: String, _ detail: String, _ change: (inout TimeAnswer) -> Void) {
            testDescription = name
            self.detail = detail
            var answer = TimeAnswer()
            change(&answer)
            self.answer = answer
        }
    }

    private static let useless = [
        Case("leap alarm", "its clock is not synchronised") { $0.leap = 3 },
        Case("kiss of death", "it refuses to answer (kiss of death RATE)") {
            ($0.stratum, $0.reference) = (0, Array("RATE".utf8))
        },
        Case("no clock", "its clock is not synchronised, or it refuses to answer (INIT)") {
            ($0.leap, $0.stratum, $0.reference) = (3, 0, Array("INIT".utf8))
        },
        Case("stratum 16", "it is of stratum 16, which no synchronised clock has") {
            $0.stratum = 16
        },
        Case("no times", "it leaves a time out") { $0.hasTimes = false },
        Case("times in disorder", "its times contradict each other") { $0.work = -5000 },
        Case("a reference to come", "its times contradict each other") { $0.age = -60_000 },
        Case("far from a clock", "its clock may be off by more than 16 seconds") {
            $0.rootDispersion = 0x0010_0000
        },
        Case("another version", "it answers in version 1 of NTP") { $0.version = 1 },
    ]

    @Test("a server that says nothing of the time leaves it undetermined", arguments: useless)
    func unusable(_ example: Case) async throws {
        let result = try await outcome(of: example.answer)
        #expect(result.outcome == .undetermined && result.code == .timeUnusable)
        #expect(result.detail == example.detail, "\(result.summary)")
        #expect(result.facts["offset-ms"] == nil)
    }

    @Test("an answer that belongs to no question of ours is no answer")
    func spoofed() async throws {
        for change in [
            { $0.copiesOrigin = false }, { $0.mode = 3 }, { $0.mode = 5 },
        ] as [@Sendable (inout TimeAnswer) -> Void] {
            var answer = TimeAnswer()
            change(&answer)
            let result = try await outcome(of: answer, timeout: .milliseconds(300))
            #expect(result.outcome == .undetermined && result.code == .timeUnusable)
            #expect(result.facts["ignored-replies"] == 1 && result.facts["stratum"] == nil)
        }
    }

    @Test("a short answer and silence are undetermined, a closed port is unmet")
    func nothing() async throws {
        let short = try await DatagramServer.with {
            Array(TimeAnswer().bytes(to: $0).dropLast())
        } _: {
            try await outcome($0.port, timeout: .milliseconds(300))
        }
        #expect(short.outcome == .undetermined && short.code == .timeUnusable)
        let silent = try await DatagramServer.with { _ in
            nil
        } _: {
            try await outcome($0.port, timeout: .milliseconds(200))
        }
        #expect(silent.outcome == .undetermined && silent.code == .noReply)
        let closed = try await outcome(try LoopbackSocket.freePort())
        #expect(closed.outcome == .unmet && closed.facts["failure"] == "refused")
    }

    @Test(
        "what is asked is a question of a client, with no time in it and another number each time")
    func question() async throws {
        let seen = Mutex<[[UInt8]]>([])
        try await DatagramServer.with { question in
            seen.withLock { $0.append(question) }
            return TimeAnswer().bytes(to: question)
        } _: { server in
            for _ in 0..<2 { _ = try await outcome(server.port) }
        }
        let questions = seen.withLock { $0 }
        #expect(questions.count == 2 && questions.allSatisfy { $0.count == 48 })
        #expect(questions.allSatisfy { $0[0] == 0x23 && $0[1..<40].allSatisfy { $0 == 0 } })
        #expect(questions.first != questions.last)
    }

    @Test("a stratum that is too far is unmet")
    func stratum() async throws {
        let result = try await outcome(of: TimeAnswer(), "maximum: 5s, stratum: 1")
        #expect(result.outcome == .unmet && result.unmet == ["the stratum 2"], "\(result.summary)")
    }
}
