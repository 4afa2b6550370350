extension EvidenceIndex {
    /// Whose approval of another step ends where they sign this one, and that other step.
    func approvedBehind(_ step: StepID) -> [Principal: StepID] {
        guard !approved.isEmpty else { return [:] }
        let references = step.references
        return references.reduce(into: [:]) { found, reference in
            found.merge(approved[reference, default: [:]]) { own, _ in own }
        }
    }

    /// For each `not-by` reference, who approved a step that has it, in its current wording.
    ///
    /// Only the newest sign-off of a person for a role counts, and none that was taken back.
    static func approved(in index: EvidenceIndex) -> [StepID: [Principal: StepID]] {
        var approved: [StepID: [Principal: StepID]] = [:]
        for step in index.checklist.steps {
            guard let notBy = step.signOff?.notBy, !notBy.isEmpty else { continue }
            var newest: [Signer: Int] = [:]
            for place in index.signOffs[step.id, default: []]
            where index.objections[place] == nil {
                let statement = index.entries[place].statement
                guard let role = statement.role, statement.step?.digest == step.digest else {
                    continue
                }
                newest[index.signer(place, role)] = place
            }
            for (signer, place) in newest {
                guard case .signOff(let signOff) = index.entries[place].statement.body,
                    signOff.choice == .approve,
                    index.takenBack[index.entries[place].sequence] == nil
                else { continue }
                for reference in notBy {
                    approved[reference, default: [:]][signer.principal] = step.id
                }
            }
        }
        return approved
    }
}
