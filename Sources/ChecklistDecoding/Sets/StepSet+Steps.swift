import Characters
import Fields
import LocatedYAML
import Rollout

extension StepSet {
    /// What a set's parameters stand for in one rollout.
    struct Values {
        let parameters: Parameters
        let context: ReadingContext
    }

    /// Works out the values of the set's parameters; those of `with` are filled in with the values of
    /// the checklist.
    func values(in checklist: ReadingContext, wording: Set<String>) -> Values {
        var settings: [String: String] = [:]
        var tainted: Set<String> = []
        let entries =
            MappingReader(node, as: UseFields.shape, in: checklist)?[UseFields.values] ?? []
        for entry in entries {
            let template = entry.value.value
            let node = entry.value.node
            // What follows from a parameter of the wording is one, too.
            if template.names.contains(where: wording.contains) { tainted.insert(entry.key) }
            let filled = template.filled { name, span in
                guard let value = checklist.value(of: name) else {
                    Substitution.reportUnknown(name, node, span, in: checklist)
                    return nil
                }
                return checklist.spend(value.utf8.count, at: node) ? value : nil
            }
            guard let value = filled.map(NormalForm.composed) else { continue }
            if let mistake = table.mistake(entry.key, value) {
                let (code, message, fix) = mistake.located
                let place = if case .notAllowed = mistake { node } else { entry.node }
                checklist.report(code, message, fix: fix, at: place)
            } else {
                settings[entry.key] = value
            }
        }
        let parameters = Parameters(table, settings: settings, tainted: tainted, in: checklist)
        return Values(
            parameters: parameters,
            context: checklist.with(
                parameters: parameters.values, wording: parameters.wording,
                unreadable: parameters.unreadable))
    }
}
