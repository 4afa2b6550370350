import CanonicalJSON

/// A member of a role who has not signed a step for it, and is not asked to.
package struct BarredSigner: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// The sign-off would not count.
        case objection(SignOffReason)
        /// The sign-off would count, and take away an approval of this step by the same person.
        case undoes(StepID)
    }

    package let principal: Principal
    package let cause: Cause

    package init(_ principal: Principal, _ cause: Cause) {
        self.principal = principal
        self.cause = cause
    }

    var json: JSONValue {
        switch cause {
        case .objection(let reason):
            return ["principal": .name(principal), "why": .string(reason.code)]
        case .undoes(let step):
            return [
                "principal": .name(principal), "why": "undoes-sign-off", "step": .name(step),
            ]
        }
    }
}
