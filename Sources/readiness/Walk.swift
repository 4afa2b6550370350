import Characters
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// A walk through the open steps of somebody: what was answered, and what became of it.
struct Walk {
    private enum Answer: String, CaseIterable {
        case show, sign, reject, skip, next, quit
    }

    private let loaded: LoadedChecklist
    private let actor: Actor
    private let method: SigningMethod
    private let context: OperationContext
    private let interview = Interview()
    private var signed = 0
    private var rejected = 0

    init(
        _ loaded: LoadedChecklist, by actor: Actor, signing method: SigningMethod,
        _ context: OperationContext
    ) {
        self.loaded = loaded
        self.actor = actor
        self.method = method
        self.context = context
    }

    /// Asks for one step until it is done or left; false where the walk ends.
    mutating func visit(_ id: StepID, _ place: String) async throws -> Bool {
        let step = try await act().step(id.text)
        Terminal.note("\(place) \(id), \(StepState(step).words): \(step.step.title)")
        while let text = interview.ask("show, sign, reject, skip or quit?") {
            switch Self.answer(text) {
            case nil: continue
            case .quit: return false
            case .skip, .next: return true
            case .show:
                let now = try await act()
                let card = StepCard.lines(for: try now.step(id.text), WordingContext(now.checklist))
                try Terminal.write(card.map { "  \($0)\n" }.joined())
            case .sign: if try await sign(step.step, .approve) { return true }
            case .reject: if try await sign(step.step, .reject) { return true }
            }
        }
        return false
    }

    /// What was done, of so many steps.
    func summary(of count: Int) -> String {
        "\(signed) signed, \(rejected) rejected, \(count - signed - rejected) left open\n"
    }

    private func act() async throws -> Act {
        try await Act(
            on: loaded, by: actor.principal, for: actor.onBehalfOf, signing: method,
            tell: { Terminal.note(VisibleText.line($0)) }, context)
    }

    /// The answer that a text begins; tells where it begins none or several.
    private static func answer(_ text: String) -> Answer? {
        let word = text.lowercased()
        let fitting = word.isEmpty ? [] : Answer.allCases.filter { $0.rawValue.hasPrefix(word) }
        if fitting.count == 1 { return fitting[0] }
        let known = (fitting.isEmpty ? Answer.allCases : fitting).map(\.rawValue)
        Terminal.note("Answer \(Prose.list(known, "or")).")
        return nil
    }

    /// Signs a step, with what that takes; false where nothing was recorded, which it tells.
    private mutating func sign(_ step: Step, _ choice: SignOff.Choice) async throws -> Bool {
        do {
            guard let entry = try await recorded(step, choice) else {
                Terminal.note("Without a note nothing is recorded.")
                return false
            }
            switch choice {
            case .approve: signed += 1
            case .reject: rejected += 1
            }
            try Terminal.write(
                EntryLine.recorded(
                    choice == .approve ? "signed" : "rejected", step.id.text, entry,
                    on: loaded.checklist))
            return true
        } catch let refusal as OperationFailure {
            Terminal.complain(refusal.description)
            return false
        }
    }

    /// Asks for what the sign-off takes and records it; nil where somebody has nothing to say.
    private func recorded(_ step: Step, _ choice: SignOff.Choice) async throws -> Entry? {
        let own = (step.signOff?.roles ?? []).filter {
            loaded.checklist.isMember(actor.represented, of: $0)
        }
        let role =
            own.count > 1
            ? interview.ask("For which role, \(Prose.list(own.map(\.text), "or"))?") : nil
        // Nobody writes a note for what is refused anyway.
        try SignStep(step.id.text, choice, note: "", role: role).tryOut(try await act())
        let question =
            choice == .approve ? "What was done, seen or found?" : "What is wrong with it?"
        guard let note = interview.ask(question), !BlankText.isBlank(note) else { return nil }
        let wantsFiles = choice == .approve && step.signOff?.evidenceRequired ?? false
        let sign = SignStep(
            step.id.text, choice, note: note, evidence: wantsFiles ? evidence() : [], role: role)
        return try await sign(try await act())
    }

    /// The files that somebody names, up to an empty line.
    private func evidence() -> [String] {
        var files: [String] = []
        while let file = interview.ask("A file that shows it (an empty line ends the list):"),
            !file.isEmpty
        { files.append(file) }
        return files
    }
}
