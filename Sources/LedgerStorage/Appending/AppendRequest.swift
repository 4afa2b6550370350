package import Rollout

/// The drafts of one caller, which are stored together or not at all.
package struct AppendRequest {
    package let drafts: [PreparedDraft]
    /// What the caller's clock shows.
    package let now: Instant

    package init(drafts: [PreparedDraft], now: Instant) {
        self.drafts = drafts
        self.now = now
    }
}
