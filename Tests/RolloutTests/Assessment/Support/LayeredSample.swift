import Rollout
import Testing

/// A checklist in which everything lapses soon: needs, families, phases and moments after a start.
enum LayeredSample {
    private static let hour = Duration.seconds(3600)

    /// With steps that need each other, or without.
    static func checklist(needs: Bool = true) throws -> Checklist {
        let short = SignOffRule(roles: ["ops"], validFor: hour * 90)
        let steps = [
            Make.step(
                "dns", due: Due(phase: "pilot", amount: -4), checks: 1, signOff: nil,
                freshFor: hour * 100),
            Make.step(
                "reach/a", due: Due(phase: "pilot", amount: -2),
                needs: needs ? ["dns"] : [], checks: 1, freshFor: hour * 130),
            Make.step(
                "reach/b", due: Due(phase: "pilot", amount: 2),
                needs: needs ? ["dns"] : [], signOff: short),
            Make.step(
                "pair", due: Due(phase: "pilot"), needs: needs ? ["reach"] : [],
                signOff: SignOffRule(roles: ["ops"], count: 2, validFor: hour * 150)),
            Make.step(
                "review", due: Due(phase: "wide", amount: -1), needs: needs ? ["pair"] : [],
                signOff: SignOffRule(roles: ["security"], notBy: ["pair", "reach"])),
            Make.step(
                "firm", due: Due(phase: "pilot", amount: 1), waivable: false,
                signOff: SignOffRule(roles: ["ops", "security"], validFor: hour * 200)),
            Make.step(
                "tip", due: Due(phase: "wide"), level: .advisory,
                needs: needs ? ["review"] : [], checks: 1, signOff: nil, freshFor: hour * 110),
            Make.step(
                "after", due: Due(phase: "pilot", amount: 30, unit: .hours),
                notBefore: Due(phase: "pilot"), signOff: short),
            Make.step(
                "close", due: Due(phase: "wide", edge: .end),
                needs: needs ? ["after", "tip"] : []),
            Make.step("off", due: Due(phase: "wide"), applicability: Make.off),
        ]
        return try Make.checklist(
            steps,
            phases: [
                try Make.phase("pilot", starts: "2025-10-02"),
                try Make.phase("wide", starts: "2025-10-05T10:00", ends: "2025-10-09"),
                try Make.phase("gone", starts: "2025-10-03", status: .cancelled),
            ])
    }

    /// A mostly good history: evidence for every step, with a random history on top.
    static func history(
        _ checklist: Checklist, seed: Int, strays: Bool = true, ahead: Int = 0
    ) throws -> (RandomHistory, EntryBook) {
        let start = try Make.at("2025-09-29T09:00:00Z")
        var history = RandomHistory(checklist, start: start, seed: seed)
        history.strays = strays
        var book = EntryBook(checklist)
        if seed % 3 != 0 {
            for step in checklist.steps.shuffled(using: &history.generator)
            where !history.generator.once(in: 7) {
                good(step, &book, at: history.now)
                history.add(1, to: &book, of: [.met, .approval, .approval, .waiver], ahead: ahead)
            }
        }
        history.add(seed % 3 == 0 ? 14 : 6, to: &book, ahead: ahead)
        return (history, book)
    }

    private static func good(_ step: Step, _ book: inout EntryBook, at now: Instant) {
        for position in step.checks.indices { book.check(step.id, position, at: now) }
        guard let rule = step.signOff else { return }
        for role in rule.roles {
            let people: [Principal] = role == "security" ? ["sam", "nora"] : ["omar", "mia"]
            for person in people.prefix(rule.count) {
                book.sign(step.id, by: person, for: role, at: now)
            }
        }
    }

    /// Every moment at which something about the checklist may change by itself.
    static func moments(_ checklist: Checklist, _ entries: [Entry]) -> [Instant] {
        var moments = Set<Instant>()
        for step in checklist.steps {
            if let due = checklist.point(of: step.due) {
                moments.insert(due.begins(in: checklist.zone))
                moments.insert(due.lapses(in: checklist.zone))
            }
            for entry in entries where entry.statement.step?.id == step.id {
                switch entry.statement.body {
                case .check(let report):
                    moments.insert(report.observedAt.advanced(by: step.freshFor))
                    moments.insert(entry.recordedAt.advanced(by: step.freshFor))
                case .signOff:
                    if let validFor = step.signOff?.validFor {
                        moments.insert(entry.recordedAt.advanced(by: validFor))
                    }
                case .waiver(let waiver): moments.insert(waiver.until)
                default: break
                }
            }
        }
        moments.formUnion(entries.map(\.recordedAt))
        moments.formUnion(checklist.timeline.map { $0.start.begins(in: checklist.zone) })
        return moments.sorted()
    }
}
