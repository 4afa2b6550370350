extension Step {
    /// Until when the outcome of a check counts that was observed at a moment: for as long as the step
    /// says, and no longer than what was seen lasts.
    func lapse(of report: CheckReport?, observed: Instant) -> Instant {
        let lapse = observed.advanced(by: freshFor)
        guard let report, report.outcome == .met, let end = report.holdsUntil else { return lapse }
        return min(lapse, end)
    }
}
