import Characters
import Rollout

/// What the operator asks for: a target, and values for parameters.
struct ParameterChoice: Sendable {
    /// Nil where each target is asked for.
    let target: TargetID?
    let values: [String: String]

    init(target: TargetID?, values: [String: String]) {
        self.target = target
        self.values = values.mapValues(NormalForm.composed)
    }

    /// The targets that are asked for; empty where there are none, or a mistake hides them.
    ///
    /// - Parameters:
    ///   - targets: Those that could be read.
    ///   - names: The names of all that are declared; nil where they could not be read.
    /// - Returns: Those asked for, in the order of the text.
    /// - Throws: `ParameterMistake` where there is no target of the name.
    func chosen(of targets: [Target], names: [TargetID]?) throws(ParameterMistake) -> [Target] {
        guard let target else { return targets }
        if let found = targets.first(where: { $0.id == target }) { return [found] }
        // Where it could not be read, the mistake is in the checklist and is reported there.
        guard let names, !names.contains(target) else { return [] }
        throw .unknownTarget(target, known: names)
    }

    /// Holds the values against the parameters, and against what the targets set.
    func check(_ table: ParameterTable, _ targets: [Target]) throws(ParameterMistake) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            if let mistake = table.mistake(name, value) { throw mistake }
            for target in targets {
                guard let set = target.settings[name], set != value else { continue }
                throw .setByTarget(name: name, value: set, target: target.id)
            }
        }
    }

    /// The values for one target.
    func settings(for target: Target?) -> [String: String] {
        guard let target else { return values }
        return target.settings.merging(values) { _, chosen in chosen }
    }
}
