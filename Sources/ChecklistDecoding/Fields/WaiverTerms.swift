import Fields
import LocatedYAML
import Rollout

/// The terms of waivers, with the nodes that its references stand at.
struct WaiverTerms: Sendable {
    let roles: [Located<RoleID>]
    let longest: Duration
}

/// The keys of `waivers`.
private enum WaiverFields {
    static let by = Field<[Located<RoleID>]>(
        "by", .list(of: ValueType<RoleID>.role.located, atLeast: 1), .required,
        "The roles that may waive a step.")
    static let longest = Field<Duration>(
        "longest", .positiveDuration, .required, "How long a waiver may last.")
    static let shape = Shape("the rule for waivers", [by.description, longest.description])
}

extension ValueType where Value == WaiverTerms {
    /// The mapping of `waivers`.
    static var waivers: ValueType {
        .mapping(WaiverFields.shape) { reader in
            let roles = reader[WaiverFields.by] ?? []
            return reader[WaiverFields.longest].map { WaiverTerms(roles: roles, longest: $0) }
        }
    }
}
