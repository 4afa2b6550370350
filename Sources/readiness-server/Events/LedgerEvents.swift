import Synchronization

/// What one page is told: how many entries there are, whenever there are more, and a comment now and then
/// so that proxies and both ends see that the other one is there.
struct LedgerEvents: Sendable {
    /// The texts as they are sent.
    ///
    /// They end after a while, so that a token whose time is over tells nothing more; the browser asks
    /// again by itself.
    let texts: AsyncStream<String>

    private static let look = Duration.seconds(1)
    private static let comment = Duration.seconds(15)
    private static let longest = Duration.seconds(300)

    /// - Parameters:
    ///   - known: The size that the page was told last; nil for a page that was told nothing.
    ///   - size: How many entries there are now.
    init(since known: Int?, _ size: @escaping @Sendable () async throws -> Int) {
        let clock = ContinuousClock()
        let begun = clock.now
        let state = Mutex(State(told: known, spoke: nil))
        texts = AsyncStream {
            while !Task.isCancelled, begun.duration(to: clock.now) < Self.longest {
                guard let size = try? await size() else { return nil }
                let text = state.withLock { $0.text(size, at: clock.now, comment: Self.comment) }
                if let text { return text }
                do { try await Task.sleep(for: Self.look) } catch { return nil }
            }
            return nil
        }
    }

    private struct State {
        var told: Int?
        var spoke: ContinuousClock.Instant?

        /// What there is to say now; nil where it is nothing.
        mutating func text(
            _ size: Int, at now: ContinuousClock.Instant, comment: Duration
        ) -> String? {
            if told.map({ size > $0 }) ?? true {
                (told, spoke) = (size, now)
                return "id: \(size)\nevent: entries\ndata: \(size)\n\n"
            }
            guard spoke.map({ $0.duration(to: now) >= comment }) ?? true else { return nil }
            spoke = now
            return ": \(size) entries\n\n"
        }
    }
}
