package import Rollout

/// Allows a step to be left undone for a while.
package struct WaiveStep: Sendable {
    private let step: String
    private let until: CalendarPoint
    private let reason: String
    private let role: String?

    /// - Parameters:
    ///   - step: The id of the step.
    ///   - until: The last day that the waiver covers, or the local time at which it ends.
    ///   - reason: Why the step may be left undone.
    ///   - role: The role to waive for; nil takes the only one that fits.
    package init(_ step: String, until: CalendarPoint, reason: String, role: String? = nil) {
        self.step = step
        self.until = until
        self.reason = reason
        self.role = role
    }

    /// A waiver that was recorded.
    package struct Recorded: Sendable {
        package let entry: Entry
        /// The first moment that it no longer covers.
        package let until: Instant
        /// The steps that waited for the waived one and no longer do.
        package let releases: [StepID]
    }

    package func callAsFunction(_ act: Act) async throws -> Recorded {
        let found = try act.step(step)
        let step = found.step
        try act.requireOpen(found)
        if let objection = act.checklist.objection(toWaiving: step) {
            throw OperationFailure.waiver(objection, act.words)
        }
        guard (found.withoutWaiver?.status ?? found.status) != .ready else {
            throw OperationFailure.pointless(.readyAlready(step.id))
        }
        let role = try act.role(role, among: act.checklist.waivers?.roles ?? [])
        let end = until.lapses(in: act.checklist.zone)
        if let objection = act.checklist.objection(
            toWaiving: step, by: act.actor, for: role, from: act.now, until: end)
        {
            if case .tooLong(let longest) = objection {
                // The end of a day is the start of the next one.
                let latest = act.checklist.zone.local(act.now.advanced(by: longest)).date
                throw OperationFailure.waiverTooLong(
                    longest: longest, latest: latest.adding(days: -1))
            }
            throw OperationFailure.waiver(objection, act.words)
        }
        let entry = try await act.record(
            act.statement(
                .waiver(Waiver(until: end, reason: reason)), about: step.reference,
                for: role))
        return Recorded(entry: entry, until: end, releases: Self.released(by: entry, act))
    }

    private static func released(by entry: Entry, _ act: Act) -> [StepID] {
        let after = act.checklist.assessment(
            of: act.assessment.entries + [entry], asOf: max(act.assessment.asOf, entry.recordedAt))
        return zip(act.assessment.steps, after.steps).filter { before, after in
            before.status == .blocked && after.status == .ready
        }
        .map(\.1.step.id)
    }
}
