import Fields
import LocatedYAML
import Rollout

/// Reads one document: what is the same for all targets, and then the checklist of each.
struct TargetsDecoder {
    let document: YAMLDocument
    /// Those that were found when the text was read.
    let mistakes: [Diagnostic]
    let source: ChecklistSource
    /// Where the step sets come from.
    let sets: SetSource
    let place: String
    let choice: ParameterChoice
    /// The present, for warnings of dates; nil asks for none.
    let now: Instant?
    /// Whether somebody will see warnings.
    let warns: Bool

    /// How many bytes of scalars all targets together may come to, after substitution: 1 GiB.
    private static let budget = 4 * ReadingContext.budget

    func decode() throws(ParameterMistake) -> DecodingOutcome {
        let context = ReadingContext(mistakes)
        guard !reportLaterVersion(context), !reportSet(context),
            let reader = MappingReader(document.root, as: ChecklistFields.shape, in: context)
        else { return .invalid(explained(context)) }
        let table = ParameterTable(reader)
        let declared = TargetDeclarations(reader, table)
        let used = UsedSets.read(reader, sets)
        context.reportUnread()
        let chosen = try choice.chosen(of: declared.targets, names: declared.names)
        try choice.check(table, chosen)
        let known = context.diagnostics
        guard !declared.targets.isEmpty else {
            var steps = StepBudget(targets: 1)
            let outcome = read(
                nil, declared, table, used, known, ReadingContext.budget, &steps)
            guard let loaded = outcome.loaded else { return .invalid(outcome.diagnostics) }
            return .loaded([loaded])
        }
        return decode(declared, asked: Set(chosen.map(\.id)), table, used, known)
    }

    /// Reads the checklist for every target; those that are asked for make the outcome.
    private func decode(
        _ declared: TargetDeclarations, asked: Set<TargetID>, _ table: ParameterTable,
        _ used: [StepSet], _ known: [Diagnostic]
    ) -> DecodingOutcome {
        var found = TargetMistakes()
        var loaded: [LoadedChecklist] = []
        var isWhole = true
        var left = Self.budget
        var steps = StepBudget(targets: declared.targets.count)
        for target in declared.targets {
            let outcome = read(
                target, declared, table, used, known, min(max(left, 0), ReadingContext.budget),
                &steps)
            left -= outcome.spent
            found.add(outcome.diagnostics, for: target.id)
            guard let checklist = outcome.loaded else {
                isWhole = false
                // Nothing is left for the others, and that is reported.
                if left < 0 || steps.isUsed { break }
                continue
            }
            if asked.contains(target.id) { loaded.append(checklist) }
        }
        let diagnostics = found.all()
        guard isWhole, !loaded.isEmpty else { return .invalid(diagnostics) }
        for index in loaded.indices { loaded[index].warnings = diagnostics }
        return .loaded(loaded)
    }

    /// What reading the checklist for one target came to.
    private struct TargetOutcome {
        /// Nil where there is an error.
        let loaded: LoadedChecklist?
        let diagnostics: [Diagnostic]
        /// Bytes of scalars after substitution.
        let spent: Int
    }

    private func read(
        _ target: Target?, _ declared: TargetDeclarations, _ table: ParameterTable,
        _ used: [StepSet], _ known: [Diagnostic], _ budget: Int, _ steps: inout StepBudget
    ) -> TargetOutcome {
        let context = ReadingContext(known, budget: budget)
        let isAsked = choice.target == nil || choice.target == target?.id
        let parameters = Parameters(
            table, settings: isAsked ? choice.settings(for: target) : target?.settings ?? [:],
            in: context)
        let loaded = OneTargetDecoder(
            document: document, source: source, place: place, target: target,
            targets: declared.targets,
            parameters: parameters, sets: used, chosen: choice.values, now: now,
            warns: warns
        ).read(in: context, &steps)
        let diagnostics = loaded == nil ? explained(context) : context.diagnostics
        let isGood = !diagnostics.contains { $0.severity == .error }
        return TargetOutcome(
            loaded: isGood ? loaded : nil, diagnostics: diagnostics, spent: context.spent)
    }

    /// The mistakes of a text that cannot be read, at least one error.
    ///
    /// Whoever gives up says why; should one fail to, the checklist must not count as read.
    private func explained(_ context: ReadingContext) -> [Diagnostic] {
        if !context.diagnostics.contains(where: { $0.severity == .error }) {
            context.report("unreadable-checklist", "this cannot be read", at: document.root)
        }
        return context.diagnostics
    }

    /// A set is no checklist, which is one mistake, too.
    private func reportSet(_ context: ReadingContext) -> Bool {
        guard let node = document.root.value(forKey: SetFields.version.key) else { return false }
        context.report(
            "step-set", "this is a step set, and no checklist",
            fix: "name a checklist that uses it", at: node)
        return true
    }

    /// A later version of the language is one mistake, not one for each of its new keys.
    private func reportLaterVersion(_ context: ReadingContext) -> Bool {
        let key = ChecklistFields.version.key
        guard let node = document.root.value(forKey: key), let version = Int(node.text), version > 1
        else { return false }
        context.report(
            "version",
            "this checklist is in version \(version) of the language; this program reads version 1",
            fix: "use a newer version of this program", at: node)
        return true
    }
}
