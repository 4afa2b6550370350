package import LedgerStorage
package import Rollout

/// The texts of checklists that a server has, by their digest.
package struct ServeTexts: Sendable {
    private let location: LedgerLocation

    package init(_ location: LedgerLocation) { self.location = location }

    /// The exact bytes; nil where no such text is on record.
    package func bytes(_ digest: ContentDigest) async throws -> [UInt8]? {
        let ledger = location.ledger()
        let texts = try await ledger.texts(matching: digest.hex)
        try await ledger.close()
        guard let text = texts.first else { return nil }
        return Array(text.text.utf8)
    }
}
