package import Attestation
package import LedgerStorage
import Rollout

/// Reads whose keys count, as a ledger has it.
package enum ReadSigners {
    /// The lists of signers among the first entries of a ledger.
    package static func read(
        _ location: LedgerLocation, upTo size: Int
    ) async throws -> SignersHistory {
        guard size > 0 else { return .none }
        let ledger = location.ledger()
        let reading = try await ledger.reading(
            of: SignersRecord.rollout.id, asOf: .entries(size))
        try await ledger.close()
        return try history(reading.entries, location)
    }

    /// All lists of signers of a ledger.
    package static func read(_ location: LedgerLocation) async throws -> SignersHistory {
        let ledger = location.ledger()
        let reading = try await ledger.reading(of: SignersRecord.rollout.id, asOf: .everything)
        try await ledger.close()
        return try history(reading.entries, location)
    }

    /// The lists that some entries record; texts beside the ledger are read from there.
    static func history(
        _ entries: [Entry], _ location: LedgerLocation
    ) throws(ContentError) -> SignersHistory {
        try SignersHistory(entries, logKeys: logKeys(location)) { file throws(ContentError) in
            String(decoding: try location.content.bytes(of: file), as: UTF8.self)
        }
    }

    /// The keys that sign for a ledger, and for nobody.
    static func logKeys(_ location: LedgerLocation) -> Set<KeyFingerprint> {
        // A key that cannot be read is told where the log is used.
        let log = try? LogFiles(location).log()
        return Set([log?.fingerprint].compactMap(\.self))
    }
}
