extension Assessment {
    /// The next moment at which something of it changes by itself if nothing more is recorded: a verdict,
    /// a step that lapses or falls due, a waiver that ends, a phase that starts or ends.
    ///
    /// No later than the next full hour, for words such as "in 3 hours" change by then.
    package var unchangedUntil: Instant {
        let hour: Int64 = 3_600_000
        let next = Instant(milliseconds: (asOf.milliseconds / hour + 1) * hour)
        let ends = phases.compactMap { $0.phase.ended ?? $0.phase.ends?.latest }
            .map { $0.lapses(in: checklist.zone) }
        let moments =
            phases.compactMap(\.holdsUntil) + phases.map(\.starts) + ends
            + steps.map(\.dueLapses) + steps.compactMap(\.countsUntil) + waivers.map(\.waiver.until)
            + sites.compactMap(\.countsUntil)
            + entries.map(\.recordedAt)
        return moments.filter { $0 > asOf }.min().map { min($0, next) } ?? next
    }
}
