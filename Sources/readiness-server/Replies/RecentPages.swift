import Rollout

/// Pages that were made a moment ago, for those who ask for the same while nothing was recorded.
///
/// A page says which moment it is about; nobody is shown one that is older than a second, or than an
/// entry that was there when they asked.
actor RecentPages {
    private var pages: [String: Made] = [:]

    private static let lasts = Duration.seconds(1)
    /// How many are kept.
    private static let most = 64

    /// A page and its media type.
    struct Page: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    private struct Made {
        let extent: LedgerExtent
        let started: ContinuousClock.Instant
        let page: Task<Page?, any Error>
    }

    /// The page of a name over what the ledger was when it was asked for, or over more; nil where there
    /// is none.
    func page(
        _ name: String, _ extent: LedgerExtent,
        _ make: @escaping @Sendable () async throws -> Page?
    ) async throws -> Page? {
        if let made = pages[name], made.extent == extent,
            made.started.duration(to: .now) < Self.lasts
        {
            return try await made.page.value
        }
        // It is not the request's own: others wait for the same page.
        let made = Made(extent: extent, started: .now, page: Task { try await make() })
        pages[name] = made
        do {
            let page = try await made.page.value
            if page == nil { forget(name, made) }
            if pages.count > Self.most { pages = pages.filter { isFresh($0.value) } }
            return page
        } catch {
            forget(name, made)
            throw error
        }
    }

    private func isFresh(_ made: Made) -> Bool {
        made.started.duration(to: .now) < Self.lasts
    }

    /// Nothing is kept of what failed.
    private func forget(_ name: String, _ made: Made) {
        if pages[name]?.started == made.started { pages[name] = nil }
    }
}
