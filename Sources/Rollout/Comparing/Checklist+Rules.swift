/// The rules of a checklist in the words of the language, one for each thing that they ask for.
extension Checklist {
    var signingWord: String { requiresSigning ? "required" : "optional" }
}

extension Site {
    var words: String {
        let caller = role.map { ", role \($0)" } ?? ""
        let by = runners.map { ", runners \($0.map(\.text).joined(separator: ", "))" } ?? ""
        return "\(id) “\(title)”\(caller)\(by)"
    }
}

extension DecisionTerms {
    var words: [String] {
        poll.map { "poll \($0)" } + (isUnanimous ? ["unanimous"] : [])
            + (retrospectiveWithin == Self.usualRetrospective
                ? [] : ["retrospective within \(retrospectiveWithin.language)"])
    }
}

extension ApprovalRule {
    var words: [String] {
        roles.map { "by \($0)" } + [isRequired ? "required" : "not required"]
    }
}

extension Deputy {
    var words: String { "\(deputy) for \(member) from \(from) until \(until)" }
}
