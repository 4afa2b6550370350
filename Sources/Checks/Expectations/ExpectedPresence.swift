package import Rollout

/// Whether a value must be there, and what it must be like.
package enum ExpectedPresence: Hashable, Sendable {
    /// There must be none: an empty one is one.
    case absent
    /// There must be one, whatever it is.
    case present
    case fitting(ValueExpectation)

    /// What is expected, in the words of the findings.
    package func words(of name: String) -> [String] {
        switch self {
        case .absent: return ["no \(Self.bare(name))"]
        case .present: return [Self.bare(name)]
        case .fitting(let expectation):
            let judge = ExpectationJudge(
                name: name, medium: .text, style: .quoted, deadline: Deadline(.zero))
            return expectation.terms.map { judge.words($0) }
        }
    }

    /// Holds a value against what is expected; nil is none.
    package func findings(
        of value: TypedValue?, named name: String, _ medium: ValueExpectation.Medium = .text,
        until deadline: Deadline
    ) -> [Finding] {
        findings(of: value, named: name, medium, style: .quoted, until: deadline)
    }

    func findings(
        of value: TypedValue?, named name: String, _ medium: ValueExpectation.Medium,
        style: TypedValue.Style, until deadline: Deadline
    ) -> [Finding] {
        let judge = ExpectationJudge(name: name, medium: medium, style: style, deadline: deadline)
        let words = words(of: name)
        guard let value else {
            let isMet = self == .absent
            return words.map { Finding($0, actual: isMet ? $0 : "nothing", met: isMet) }
        }
        switch self {
        case .absent, .present:
            return words.map {
                Finding($0, actual: judge.described(value), met: self == .present)
            }
        case .fitting(let expectation):
            return expectation.terms.map { judge.finding($0, of: .value(value)) }
        }
    }

    /// A name without its article.
    private static func bare(_ name: String) -> String {
        name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
    }
}
