import Rollout

/// The drafts of one caller, which are stored together or not at all.
struct AppendRequest {
    let drafts: [PreparedDraft]
    /// What the caller's clock shows.
    let now: Instant
}
