import Fields
import LocatedYAML
import Rollout

/// A deputy as a role names one, with the nodes that people stand at.
struct DeputyTerms: Sendable {
    let deputy: Deputy
    let member: Located<Principal>
    let person: Located<Principal>
}

/// The keys of a deputy.
private enum DeputyFields {
    static let member = Field<Located<Principal>>(
        "for", ValueType<Principal>.principal.located, .required, "The member who is away.")
    static let person = Field<Located<Principal>>(
        "by", ValueType<Principal>.principal.located, .required, "Who acts for the member.")
    static let from = Field<CalendarPoint>(
        "from", .point, .required, "The first day, or the local time at which it begins.")
    static let until = Field<CalendarPoint>(
        "until", .point, .required, "The last day, or the local time at which it ends.")
    static let reason = Field<String>(
        "reason", .text.freelyWorded, .required, "Why somebody stands in.")

    static let shape = Shape(
        "a deputy",
        [
            member.description, person.description, from.description, until.description,
            reason.description,
        ],
        otherWords: ["member": "for", "deputy": "by", "to": "until", "why": "reason"])
}

extension ValueType where Value == DeputyTerms {
    /// Somebody who acts for a member for a while.
    static var deputy: ValueType {
        .mapping(DeputyFields.shape) { reader in
            let member = reader[DeputyFields.member]
            let person = reader[DeputyFields.person]
            let from = reader[DeputyFields.from]
            let until = reader[DeputyFields.until]
            let reason = reader[DeputyFields.reason]
            guard let member, let person, let from, let until, let reason else { return nil }
            if member.value == person.value {
                reader.report(
                    "own-deputy", "nobody is a deputy of oneself", at: DeputyFields.person)
            }
            if until.lapses(in: .utc) <= from.begins(in: .utc) {
                reader.report("order", "it ends before it begins", at: DeputyFields.until)
            }
            return DeputyTerms(
                deputy: Deputy(
                    member: member.value, deputy: person.value, from: from, until: until,
                    reason: reason),
                member: member, person: person)
        }
    }
}
