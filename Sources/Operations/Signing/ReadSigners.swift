package import Attestation
package import LedgerStorage
package import Rollout

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
        // A key that cannot be read is told where the log is used.
        let log = try? LogFiles(location).log()
        return try SignersHistory(
            entries, logKeys: Set([log?.fingerprint].compactMap(\.self))
        ) { file throws(ContentError) in
            String(decoding: try location.content.bytes(of: file), as: UTF8.self)
        }
    }
}

extension SignersHistory {
    /// The entries with how each is authenticated; several processors verify many at once.
    package func authenticate(_ entries: [Entry]) async -> [Entry] {
        let signed = entries.indices.filter { entries[$0].signature != nil }
        guard signed.count > 32 else {
            return entries.map { $0.authenticated(authentication(of: $0)) }
        }
        var authenticated = entries
        await withTaskGroup(of: [(Int, Authentication)].self) { group in
            for start in stride(from: 0, to: signed.count, by: 256) {
                let places = signed[start..<min(start + 256, signed.count)]
                group.addTask { places.map { ($0, authentication(of: entries[$0])) } }
            }
            for await part in group {
                for (place, authentication) in part {
                    authenticated[place] = entries[place].authenticated(authentication)
                }
            }
        }
        return authenticated
    }
}
