import Fields
import LocatedYAML
import Rollout

extension Parameters {
    /// Whether the conditions of a `when` hold.
    ///
    /// A value that the parameter can never have is reported, and so is a parameter that may have
    /// any value, so that a typo never makes a step disappear.
    func applicability(
        of conditions: [Condition], in context: ReadingContext, loop: ForEach? = nil
    ) -> Applicability {
        var mismatches: [Mismatch] = []
        for condition in conditions {
            let name = condition.parameter
            guard let value = context.value(of: name) else {
                if !context.isUnreadable(name) { reportUnknown(condition, in: context) }
                continue
            }
            check(condition, loop, context)
            let wanted = condition.values.map(\.value)
            if !wanted.contains(value) {
                mismatches.append(Mismatch(parameter: name, value: value, wanted: wanted))
            }
        }
        return mismatches.isEmpty ? .applies : .doesNotApply(mismatches)
    }

    private func reportUnknown(_ condition: Condition, in context: ReadingContext) {
        context.report(
            "unknown-parameter", "there is no parameter \"\(condition.parameter)\"",
            fix: NearestName.suggestion(for: condition.parameter, among: context.names)
                ?? "declare it under parameters",
            at: condition.parameterNode)
    }

    private func check(_ condition: Condition, _ loop: ForEach?, _ context: ReadingContext) {
        let name = condition.parameter
        if let loop, loop.name == name {
            check(condition, against: loop.all, listed: loop.values, context)
            return
        }
        guard let declaration = table[name] else { return }
        if context.refusesWording(name) {
            context.report(
                "wording-scope",
                "whether something applies cannot follow from \"\(name)\", whose scope is wording",
                fix: "give \"\(name)\" scope: rollout", at: condition.parameterNode)
        }
        check(
            condition, against: declaration.possible,
            listed: declaration.allowed.isEmpty
                ? declaration.possible.sorted() : declaration.allowed, context)
    }

    private func check(
        _ condition: Condition, against possible: Set<String>,
        listed: @autoclosure () -> [String], _ context: ReadingContext
    ) {
        let name = condition.parameter
        guard !possible.isEmpty else {
            context.report(
                "open-condition", "\(name) may have any value, so that a typo would go unseen here",
                fix: "give the parameter \(name) \"one-of:\" with its values",
                at: condition.parameterNode)
            return
        }
        for wanted in condition.values where !possible.contains(wanted.value) {
            context.report(
                "wrong-value", "\(name) is never \"\(wanted.value)\"",
                fix: NearestName.suggestion(for: wanted.value, among: listed()) ?? "",
                at: wanted.node)
        }
    }
}
