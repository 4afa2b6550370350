import Attestation
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("What an audit makes of a log's checkpoints")
struct CheckpointAuditTests {
    private static func audit(
        _ place: LogPlace, key: LogKeyPlace? = nil
    ) async throws -> (verified: [CheckpointAudit.Verified], findings: [String]) {
        let outcome = try await AuditLedger(place.place.context(), key: key ?? place.key)()
        #expect(outcome.checkpoints.hasLog)
        return (
            outcome.checkpoints.verified,
            outcome.findings.filter { $0.rule == .checkpoint }.map(\.words)
        )
    }

    @Test("Those beside the ledger and beside the log's key are verified, and named")
    func verified() async throws {
        try await LogPlace.with { place async throws in
            #expect(try await Self.audit(place).verified.isEmpty)
            _ = try await place.sign()
            try await place.append(1)
            let (verified, findings) = try await Self.audit(place)
            #expect(findings.isEmpty, "\(findings)")
            #expect(verified.map(\.path) == [place.checkpointPath, "\(place.keyPath).checkpoint"])
            #expect(verified.map(\.extent.size) == [3, 3])
            #expect(verified.map(\.isOfKey) == [false, true])
            let elsewhere = LogKeyPlace.account(folder: place.place.path("other"))
            let other = try await Self.audit(place, key: elsewhere)
            #expect(other.verified.map(\.isOfKey) == [false])
        }
    }

    @Test("An old copy, with all that lies beside it, is found by what lies beside the log's key")
    func restored() async throws {
        try await LogPlace.with { place async throws in
            let first = try await place.sign()
            let copy = try place.copyLedger(to: "copy.sqlite")
            try await place.append(2)
            _ = try await place.sign()
            try place.restore(copy)
            try Data(first.note.bytes).write(to: URL(fileURLWithPath: place.checkpointPath))
            let (verified, findings) = try await Self.audit(place)
            #expect(verified.map(\.isOfKey) == [false])
            #expect(findings.count == 1, "\(findings)")
            #expect(findings.first?.contains("\(place.keyPath).checkpoint") == true)
        }
    }
}
