import Rollout
import Testing

@Suite("Attempts to get something counted that should not be", .timeLimit(.minutes(20)))
struct SignOffMatrixTests {
    @Test("Each is refused with its own reason, when recorded and when slipped into the ledger")
    func attempts() async throws {
        let ran = await withTaskGroup(of: Set<String>.self) { group in
            for worker in 0..<3 {
                group.addTask {
                    var ran: Set<String> = []
                    for number in stride(from: worker, to: Attempt.all.count, by: 3) {
                        let attempt = Attempt.all[number]
                        if await Self.isRefused(attempt) { ran.insert(attempt.name) }
                    }
                    return ran
                }
            }
            return await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        let reasons = Set(Attempt.all.map(\.code)).count
        print("\(ran.count) attempts, all refused, for \(reasons) reasons")
        #expect(ran.count == Attempt.all.count)
        #expect(ran.count >= 60)
    }

    private static func isRefused(_ attempt: Attempt) async -> Bool {
        do {
            return try await Matrix.with(signers: attempt.hasSigners) { matrix in
                let outcome = try await attempt.carryOut(matrix)
                #expect(outcome.code == attempt.code, "\(attempt.name)")
                #expect(!outcome.counts, "\(attempt.name)")
                var isReady = false
                if let step = attempt.step {
                    isReady = try await matrix.place.status(step).status == .ready
                    #expect(!isReady, "\(attempt.name)")
                }
                return outcome.code == attempt.code && !outcome.counts && !isReady
            }
        } catch {
            Issue.record(error, "\(attempt.name)")
            return false
        }
    }

    @Test("What is as it should be counts, so that the attempts could have failed")
    func counting() async throws {
        try await Matrix.with { matrix in
            try await matrix.sign("one", by: "ann")
            try await matrix.sign("pair", by: "dan", for: "ann")
            try await matrix.sign("pair", by: "bob")
            try await matrix.sign("other", by: "cas")
            for step in ["one", "pair", "other"] {
                #expect(try await matrix.place.status(step).status == .ready)
            }
            let statement = try await matrix.signOff("change", by: "cas")
            #expect(try await matrix.slipped(statement, key: "cas").code == "request-missing")
        }
    }

    @Test("A key that was withdrawn takes its approvals along, and leaves its rejections")
    func withdrawn() async throws {
        try await Matrix.with { matrix in
            let approval = try await matrix.sign("one", by: "ann")
            let rejection = try await matrix.sign("other", .reject, by: "ann")
            try await matrix.list(matrix.keys.allowed(without: "ann"))
            let first = try await matrix.verdict(on: approval)
            #expect(first.code == "withdrawn-key-not-listed" && !first.counts)
            let second = try await matrix.verdict(on: rejection)
            #expect(second.code == "rejects" && second.counts)
            #expect(try await matrix.place.status("one").status != .ready)
            #expect(try await matrix.place.status("other").status == .failing)
        }
    }
}
