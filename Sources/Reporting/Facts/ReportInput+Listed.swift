import Rollout

extension ReportInput {
    /// The steps that are listed, in the order of the checklist.
    var listedSteps: [StepAssessment] {
        assessment.steps.filter {
            selection.lists($0.step, in: assessment.checklist, at: assessment.asOf)
        }
    }

    /// Which of how many steps are listed; nil where all are.
    var listingSentence: String? {
        guard selection.narrows else { return nil }
        let who =
            selection.roles.map { facts.context.role($0) } + selection.people.map(\.text)
        return
            "Listed are \(listedSteps.count) of \(Prose.count(assessment.steps.count, "step")), those of \(Prose.list(who, "and")). Verdicts and counts are over all of them."
    }

    /// Everybody whom a step asks for something, each once: those of its own role first.
    func people(askedBy step: Step) -> [Principal] {
        let checklist = assessment.checklist
        var seen: Set<Principal> = []
        return checklist.rolesAsked(by: step)
            .flatMap { checklist.role($0)?.members ?? [] }
            .filter { seen.insert($0).inserted }
    }
}
