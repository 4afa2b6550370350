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

    @Test("A key that is named and has nothing to compare with is no success")
    func lacking() async throws {
        try await LogPlace.with { place async throws in
            _ = try await place.sign()
            let context = place.place.context()
            func words(_ key: LogKeyPlace) async throws -> [String] {
                try await AuditLedger(context, key: key)().findings
                    .filter { $0.rule == .checkpoint }.map(\.words)
            }
            let named = LogKeyPlace.file(place.keyPath)
            #expect(try await words(named) == [])
            let other = try await words(.file(place.place.path("other.pem")))
            #expect(other.count == 1 && other[0].contains("no checkpoint lies beside it"))
            // As somebody leaves it who brings back a copy from before the log was begun.
            for path in [place.checkpointPath, "\(context.location(for: nil).path).vkey"] {
                try FileManager.default.removeItem(atPath: path)
            }
            let gone = try await words(named)
            #expect(gone.count == 1 && gone[0].contains("no public key of a log"), "\(gone)")
            #expect(try await words(.account(folder: place.place.path("other"))) == [])
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
