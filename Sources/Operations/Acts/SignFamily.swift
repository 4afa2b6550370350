package import Rollout

/// Signs every step that a `for-each` made, or rejects it: one record for each, or none at all.
package struct SignFamily: Sendable {
    private let family: StepID
    private let sign: SignStep

    /// The family that a name such as `endpoint/*` means; nil for the name of a step.
    package static func named(_ name: String) -> StepID? {
        name.hasSuffix("/*") ? StepID(family: String(name.dropLast(2))) : nil
    }

    /// - Parameters:
    ///   - family: The id as the checklist writes it.
    ///   - sign: How each of its steps is signed.
    package init(_ family: StepID, as sign: SignStep) {
        self.family = family
        self.sign = sign
    }

    /// What was recorded.
    package struct Recorded: Sendable {
        /// One for each step, in the order of the checklist.
        package let entries: [Entry]
        /// The steps that do not apply, which were left out.
        package let left: [StepID]
    }

    package func callAsFunction(_ act: Act) async throws -> Recorded {
        let steps = act.checklist.steps.filter { $0.id.value != nil && $0.id.root == family }
            .compactMap { act.assessment.step($0.id) }
        guard let first = steps.first else {
            let families = Set(act.checklist.steps.filter { $0.id.value != nil }.map(\.id.family))
            throw OperationFailure.unknown(.family, family.text, known: families.sorted())
        }
        let open = steps.filter { $0.status != .notApplicable }
        guard !open.isEmpty else {
            throw OperationFailure.pointless(.doesNotApply(first.step.id))
        }
        let signed = try open.map { found throws(OperationFailure) in
            do throws(OperationFailure) {
                return (step: found.step, role: try sign.role(for: found, act))
            } catch {
                throw .ofSeveral(found.step.id, error)
            }
        }
        return Recorded(
            entries: try await sign.record(signed, act),
            left: steps.filter { $0.status == .notApplicable }.map(\.step.id))
    }
}
