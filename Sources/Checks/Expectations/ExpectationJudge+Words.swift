extension ExpectationJudge {
    /// What a term asks for, in a few words.
    func words(_ term: ExpectationTerm) -> String {
        switch term {
        case .equals(.list(let values)) where style == .plain:
            return "\(name) exactly \(TypedValue.list(values, style))"
        case .equals(.text(let text)):
            return text.isEmpty ? "\(name) empty" : "\(name) as \(quoted(text))"
        case .equals(let value):
            return style == .quoted
                ? "\(name) as \(value.words(style))" : "\(name) \(value.words(style))\(suffix)"
        case .oneOf(let values):
            return "\(name) one of \(TypedValue.list(values, .quoted))"
        case .contains(.text(let part)) where !isList: return "\(name) with \(quoted(part))"
        case .contains(let value): return "\(value.words(style)) among \(name)"
        case .lacks(.text(let part)) where !isList: return "\(name) without \(quoted(part))"
        case .lacks(let value): return "no \(value.words(style)) among \(name)"
        case .startsWith(let start): return "\(name) beginning with \(quoted(start))"
        case .endsWith(let end): return "\(name) ending with \(quoted(end))"
        case .matches(let pattern): return "\(name) matching /\(pattern)/"
        case .bounds(let minimum, let maximum): return bounds(minimum, maximum)
        case .constraint(let constraint): return "\(name) \(constraint)"
        case .atMost(let bits): return "\(name) \(FileMode.text(bits)) or fewer permissions"
        case .within(let ranges):
            return "\(isList ? "every address of \(name)" : name) within "
                + TypedValue.list(ranges.map { .text($0.description) }, .plain)
        case .length(let length): return nested(length, "\(name) of length", .plain)
        case .has(let key): return "\(name) with the key \(quoted(key))"
        case .all(let wanted): return nested(wanted, "every entry of \(name)", style)
        case .any(let wanted): return nested(wanted, "an entry of \(name)", style)
        case .none(let wanted): return "not any: \(nested(wanted, "an entry of \(name)", style))"
        case .json(let wanted): return wanted.words(of: name)
        }
    }

    private func quoted(_ text: String) -> String { "\"\(text)\"" }

    private func nested(
        _ expectation: ValueExpectation, _ name: String, _ style: TypedValue.Style
    ) -> String {
        let judge = ExpectationJudge(name: name, medium: medium, style: style, deadline: deadline)
        return expectation.terms.map { judge.words($0) }.joined(separator: " and ")
    }

    /// The bounds in words: `a size of at most 10 bytes`, `a change at least 1d ago`.
    private func bounds(_ minimum: TypedValue?, _ maximum: TypedValue?) -> String {
        let bounds: String
        switch (minimum?.words(style), maximum?.words(style)) {
        case (let least?, let most?) where least == most: bounds = least
        case (let least?, let most?): bounds = "from \(least) to \(most)"
        case (let least?, nil): bounds = "at least \(least)"
        case (nil, let most?): bounds = "at most \(most)"
        case (nil, nil): bounds = "anything"
        }
        return "\(name) \(bounds)\(suffix)"
    }
}
