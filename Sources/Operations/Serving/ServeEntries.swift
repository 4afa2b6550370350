import Attestation
package import LedgerStorage
package import Rollout

/// The entries of a server, some at a time: of one rollout, or of the whole ledger.
package struct ServeEntries: Sendable {
    private let location: LedgerLocation
    private let ledger: any ServedLedger

    /// As many as one answer holds; `Page.next` says where the rest begins.
    package static let most = 500
    /// Nor more bytes than that, but at least one entry.
    static let mostBytes = 4 << 20

    package init(_ location: LedgerLocation) {
        self.location = location
        ledger = location.servedLedger()
    }

    /// Some entries in the order of the ledger.
    package struct Page: Sendable {
        package let entries: [Entry]
        /// The number behind which the next page begins; nil where this is the last one.
        package let next: Int?
        /// All that the ledger has.
        package let extent: LedgerExtent
    }

    /// Those of a rollout behind an entry, with whose they are.
    package func page(
        of rollout: RolloutReference, since: Int, most: Int
    ) async throws -> Page {
        let (entries, extent) = try await entries(of: rollout)
        let signers = try await ReadSigners.read(location)
        let later = entries.filter { $0.sequence > since }
        var kept: [Entry] = []
        var bytes = 0
        for entry in later.prefix(min(most, Self.most)) {
            bytes += entry.canonicalBytes.count
            guard kept.isEmpty || bytes <= Self.mostBytes else { break }
            kept.append(entry.authenticated(signers.authentication(of: entry)))
        }
        return Page(
            entries: kept, next: kept.count < later.count ? kept.last?.sequence : nil,
            extent: extent)
    }

    /// The newest ones of a rollout before an entry, in the order of the ledger; `next` is the number
    /// before which the older ones are.
    package func newest(
        of rollout: RolloutReference, before: Int?, most: Int
    ) async throws -> Page {
        let (entries, extent) = try await entries(of: rollout)
        let earlier = entries.filter { $0.sequence < before ?? .max }
        let kept = Array(earlier.suffix(most))
        let signers = try await ReadSigners.read(location)
        return Page(
            entries: kept.map { $0.authenticated(signers.authentication(of: $0)) },
            next: kept.count < earlier.count ? kept.first?.sequence : nil, extent: extent)
    }

    /// The same of the whole ledger, up to what was signed.
    package func newest(upTo extent: LedgerExtent, before: Int?, most: Int) async throws -> Page {
        let end = min(extent.size, (before ?? .max) - 1)
        guard end >= 1 else { return Page(entries: [], next: nil, extent: extent) }
        let first = max(1, end - most + 1)
        let signers = try await ReadSigners.read(location)
        let entries = try await ledger.bytes(of: first...end).map { bytes in
            let entry = try Entry(canonicalBytes: bytes)
            return entry.authenticated(signers.authentication(of: entry))
        }
        return Page(entries: entries, next: first > 1 ? first : nil, extent: extent)
    }

    private func entries(of rollout: RolloutReference) async throws -> ([Entry], LedgerExtent) {
        let reading = try await ledger.reading(of: rollout.id, asOf: .everything)
        return (
            reading.entries.filter { $0.statement.rollout == rollout }, reading.state.extent
        )
    }
}
