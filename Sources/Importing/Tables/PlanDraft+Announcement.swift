package import CanonicalJSON

extension PlanDraft: ImportedAnnouncement {
    package var title: String { name }

    /// A table does not say so.
    package var cancellation: CancellationReach { CancellationReach() }
    /// A table that is too long is refused.
    package var leftOut: LeftOut { LeftOut() }
    package var kind: ImportedKind { .plan(self) }

    /// What was read, for programs; a new key may come, none goes.
    package var json: JSONValue {
        [
            "id": .string(id), "title": .string(name),
            "steps": .array(
                plan.steps.map { step in
                    [
                        "row": .integer(Int64(step.row)), "id": .string(step.id),
                        "title": .string(step.title), "role": .string(step.role),
                        "roles": .array(step.owners.roles.map { .string($0) }),
                        "members": .array(
                            (step.owners.people + step.owners.members).map { .string($0) }),
                        "unplaced": .array(step.owners.unplaced.map { .string($0) }),
                        "due": step.due.map { .string("\($0)") } ?? .null,
                        "blocking": .boolean(step.isBlocking),
                        "needs": .array(step.needs.map { .string($0) }),
                        "status": .string(step.status),
                    ]
                }),
        ]
    }

    /// All of a table is its owner's, and its names were kept when it was read.
    package func draft(withText hasText: Bool, keeping former: FormerDraft) -> String { text }
}
