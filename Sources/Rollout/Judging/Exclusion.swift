/// When somebody may not sign a step, having signed another one.
struct Exclusion {
    /// The step that was signed.
    let step: StepID
    /// In order of time: from when a sign-off is known until its taking back counts.
    let spans: [TimeSpan]

    /// When the last of them ends.
    var ends: Instant { spans.last?.ends ?? .latest }
}
