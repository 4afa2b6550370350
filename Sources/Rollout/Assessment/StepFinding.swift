/// A status with its reason.
package struct StepFinding: Hashable, Sendable {
    package let status: StepStatus
    package let reason: StepReason

    package init(_ status: StepStatus, _ reason: StepReason) {
        self.status = status
        self.reason = reason
    }
}
