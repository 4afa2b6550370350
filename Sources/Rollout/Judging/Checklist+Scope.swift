extension Checklist {
    /// Why a statement about a checklist of this id is about another rollout; nil where it is
    /// about this one.
    ///
    /// A parameter that the statement lacks counts as its default: the checklist had none of that
    /// name then. One that the checklist lacks makes the statement count for nothing.
    package func foreignness(of statement: Statement) -> ForeignReason? {
        guard statement.rollout.place.isSame(as: rollout.place) else {
            return .otherPlace(statement.rollout.place)
        }
        guard statement.scope.target == scope.target else {
            return .otherTarget(statement.scope.target)
        }
        let theirs = statement.scope.parameters
        var known = 0
        for parameter in parameters where parameter.isInScope {
            guard case .given(let fallback) = parameter.origin else { continue }
            let value = theirs[parameter.name]
            if value != nil { known += 1 }
            let their = value ?? fallback
            guard their.isSame(as: parameter.value) else {
                return .otherValue(
                    parameter: parameter.name, theirs: their, ours: parameter.value)
            }
        }
        guard known < theirs.count else { return nil }
        let unknown = theirs.keys.filter { scope.parameters[$0] == nil }.min() ?? ""
        return .unknownParameter(unknown, value: theirs[unknown] ?? "")
    }
}
