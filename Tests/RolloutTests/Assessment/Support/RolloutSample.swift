import Rollout
import Testing

/// A checklist with everything that makes judging hard, and the evidence that makes it GO.
enum RolloutSample {
    /// Needs, families, excluded signers, counts, required evidence, and two phases.
    static func checklist() throws -> Checklist {
        let steps = [
            Make.step(
                "dns", due: Due(phase: "pilot", amount: -7), checks: 1, signOff: nil,
                freshFor: .seconds(40 * 86_400)),
            Make.step(
                "reach/a", due: Due(phase: "pilot", amount: -3), needs: ["dns"],
                checks: 1, freshFor: .seconds(40 * 86_400)),
            Make.step(
                "reach/b", due: Due(phase: "pilot", amount: -3), needs: ["dns"],
                checks: 1, freshFor: .seconds(40 * 86_400)),
            Make.step(
                "build", due: Due(phase: "pilot", amount: -2, unit: .workingDays),
                signOff: SignOffRule(roles: ["ops"], count: 2)),
            Make.step(
                "review", due: Due(phase: "worldwide", amount: -1, unit: .weeks), needs: ["build"],
                signOff: SignOffRule(
                    roles: ["security"], evidenceRequired: true, notBy: ["build", "reach"])),
            Make.step(
                "approve", due: Due(phase: "worldwide"), needs: ["review", "reach"],
                signOff: SignOffRule(roles: ["owner"], validFor: .seconds(30 * 86_400))),
            Make.step(
                "off", due: Due(phase: "pilot"), applicability: Make.off),
            Make.step(
                "tip", due: Due(phase: "worldwide"), level: .advisory, checks: 1, signOff: nil,
                freshFor: .seconds(40 * 86_400)),
            Make.step("after", due: Due(phase: "worldwide", amount: 5)),
        ]
        return try Make.checklist(
            steps,
            phases: [
                try Make.phase("pilot", starts: "2025-10-10"),
                try Make.phase("worldwide", starts: "2025-10-20"),
            ])
    }

    /// One piece of evidence that GO cannot do without.
    typealias Piece = @Sendable (inout EntryBook, Instant) -> Void

    /// What makes both phases GO, nothing of it superfluous, with signers chosen at random.
    static func evidence(_ generator: inout SeededGenerator) -> [Piece] {
        let ops: [Principal] = ["nora", "omar", "mia"].shuffled(using: &generator)
        // Nora is in security as well: where she built, she may not review.
        let reviewer: Principal = ops.last == "nora" && generator.once(in: 2) ? "nora" : "sam"
        let builders = Array(ops.prefix(2))
        var pieces: [Piece] = builders.map { person in
            { $0.sign("build", by: person, at: $1) }
        }
        for step: StepID in ["dns", "reach/a", "reach/b", "tip"] {
            pieces.append { $0.check(step, at: $1) }
        }
        for step: StepID in ["reach/a", "reach/b"] {
            let person = generator.pick(builders, else: "omar")
            pieces.append { $0.sign(step, by: person, at: $1) }
        }
        pieces.append { $0.sign("review", by: reviewer, for: "security", at: $1, files: 1) }
        pieces.append { $0.sign("approve", by: "olga", for: "owner", at: $1) }
        return pieces.shuffled(using: &generator)
    }
}
