import Fields
import LocatedYAML

/// A value for a parameter that the checklist does not take.
package enum ParameterMistake: Error, Hashable, CustomStringConvertible {
    case unknown(name: String, known: [String])
    case notAllowed(name: String, value: String, allowed: [String])

    package var description: String {
        switch self {
        case .unknown(let name, let known):
            guard !known.isEmpty else {
                return "There is no parameter \"\(name)\": the checklist declares none."
            }
            let nearest = NearestName.nearest(to: name, among: known)
            return "There is no parameter \"\(name)\"; "
                + (nearest.map { "did you mean \"\($0)\"?" }
                    ?? "there are \(known.joined(separator: ", ")).")
        case .notAllowed(let name, let value, let allowed):
            return "The parameter \"\(name)\" is never \"\(value)\"; it is one of "
                + allowed.joined(separator: ", ") + "."
        }
    }
}
