extension Zone {
    /// The moment as a clock in the zone shows it, to the minute: `2025-10-10 22:00`.
    package func text(_ instant: Instant) -> String {
        let local = local(instant)
        let hour = String(local.secondOfDay / 3600, width: 2)
        return "\(local.date) \(hour):\(String(local.secondOfDay / 60 % 60, width: 2))"
    }
}
