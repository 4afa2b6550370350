import Rollout

/// What people are about to sign in order to sign in: each text once, and for a short while.
actor SignInRequests {
    private var open: [String: Instant] = [:]

    private static let length = Duration.seconds(300)
    /// Anybody can ask for one.
    private static let most = 10_000

    /// A new text for a page, which says what signing it means.
    func text(on page: PageOrigin, at now: Instant) throws -> String {
        open = open.filter { now < $0.value }
        // Who asks for many must not keep others from signing in.
        if open.count >= Self.most, let oldest = open.min(by: { $0.value < $1.value }) {
            open[oldest.key] = nil
        }
        let text =
            "I sign in to read Readiness, and say nothing else with it.\n"
            + "page \(page.text)\ntime \(now.rfc3339)\nonce \(RandomToken.text())\n"
        open[text] = now.advanced(by: Self.length)
        return text
    }

    /// Whether a text is one of them; it is not any more from then on.
    func take(_ text: String, at now: Instant) -> Bool {
        guard let ends = open.removeValue(forKey: text) else { return false }
        return now < ends
    }
}
