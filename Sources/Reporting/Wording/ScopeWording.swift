package import Rollout

/// Which rollout of a checklist it is, in words.
package enum ScopeWording {
    /// Such as "target Contoso, tenant north"; empty where nothing tells it from another rollout.
    ///
    /// A parameter at its default is not named, nor one that the target sets.
    package static func words(_ checklist: Checklist) -> String {
        let target =
            checklist.target.map { ["target \(WordingContext(checklist).target($0.id))"] } ?? []
        return (target + set(in: checklist).map { "\($0.name) \(Prose.value($0.value))" })
            .joined(separator: ", ")
    }

    /// The id of a checklist, with what tells its rollout from another one.
    package static func named(_ checklist: Checklist) -> String {
        let scope = words(checklist)
        return scope.isEmpty ? checklist.id : "\(checklist.id), \(scope)"
    }

    /// The same with the title in place of the id.
    package static func titled(_ checklist: Checklist) -> String {
        let scope = words(checklist)
        return scope.isEmpty ? checklist.title : "\(checklist.title) (\(scope))"
    }

    /// The parameters of any reach that were given, those too that only change the wording of steps.
    package static func setOfAnyReach(in checklist: Checklist) -> [Parameter] {
        set(in: checklist) { parameter in
            if case .given = parameter.origin { return true }
            return false
        }
    }

    /// The parameters of the scope that are neither at their default nor set by the target.
    package static func set(in checklist: Checklist) -> [Parameter] {
        set(in: checklist, where: \.isInScope)
    }

    private static func set(
        in checklist: Checklist, where counts: (Parameter) -> Bool
    ) -> [Parameter] {
        let settings = checklist.target?.settings ?? [:]
        return checklist.parameters.filter { parameter in
            guard counts(parameter) else { return false }
            guard let setting = settings[parameter.name] else { return parameter.isSet }
            return !setting.utf8.elementsEqual(parameter.value.utf8)
        }
    }
}
