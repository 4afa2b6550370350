/// Bounds of a version, all of which it must keep: `>= 1.2, < 2`.
package struct VersionConstraint: Hashable, Sendable, CustomStringConvertible {
    /// How a version must stand to the one of a bound.
    private enum Relation: String, CaseIterable {
        // The longer sign of two that begin the same comes first.
        case atMost = "<="
        case atLeast = ">="
        case not = "!="
        case below = "<"
        case above = ">"
        case equals = "="
    }

    private struct Bound: Hashable {
        let relation: Relation
        let version: Version
    }

    private let bounds: [Bound]

    /// Nil where a part is no version with a sign before it; one without a sign must be equal.
    package init?(_ text: String, _ rules: VersionRules) {
        var bounds: [Bound] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let part = part.drop { $0 == " " }
            let relation = Relation.allCases.first { part.hasPrefix($0.rawValue) }
            let rest = part.dropFirst(relation?.rawValue.count ?? 0).split(separator: " ")
            guard rest.count == 1, let version = Version(String(rest[0]), rules) else { return nil }
            bounds.append(Bound(relation: relation ?? .equals, version: version))
        }
        self.bounds = bounds
    }

    /// Whether a version keeps all bounds; nil where its rules are others.
    package func allows(_ version: Version) -> Bool? {
        var isWithin = true
        for bound in bounds {
            guard let order = version.order(to: bound.version) else { return nil }
            switch bound.relation {
            case .atMost: isWithin = isWithin && order != .greater
            case .atLeast: isWithin = isWithin && order != .less
            case .not: isWithin = isWithin && order != .same
            case .below: isWithin = isWithin && order == .less
            case .above: isWithin = isWithin && order == .greater
            case .equals: isWithin = isWithin && order == .same
            }
        }
        return isWithin
    }

    package var description: String {
        bounds.map { "\($0.relation.rawValue) \($0.version.text)" }.joined(separator: ", ")
    }
}
