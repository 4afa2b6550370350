extension Assessment {
    /// What people said on record, by entry, and why it does not count; nil for what does.
    package var acts: [(entry: Entry, reason: RecordReason?)] {
        signOffs.map { ($0.entry, $0.counts ? nil : .signOff($0.reason)) }
            + waivers.map { ($0.entry, $0.covers ? nil : .waiver($0.reason)) }
            + decisions.map { ($0.entry, $0.stands ? nil : .decision($0.reason)) }
            + polls.map { ($0.entry, $0.counts ? nil : .poll($0.reason)) }
            + approvals.map { ($0.entry, $0.reason == .counts ? nil : .approval($0.reason)) }
            + revocations.map { ($0.entry, $0.reason == .counts ? nil : .revocation($0.reason)) }
            + editorials.map { ($0.entry, $0.reason == .counts ? nil : .editorial($0.reason)) }
            + corrections.map { ($0.entry, $0.reason == .counts ? nil : .correction($0.reason)) }
    }
}
