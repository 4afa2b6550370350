extension ValueExpectation {
    /// The texts that values are compared with, also within lists; patterns are none.
    var literals: [String] {
        terms.flatMap { term -> [String] in
            switch term {
            case .equals(let value), .contains(let value), .lacks(let value): value.texts
            case .oneOf(let values): values.flatMap(\.texts)
            case .startsWith(let text), .endsWith(let text): [text]
            case .all(let wanted), .any(let wanted), .none(let wanted): wanted.literals
            case .matches, .bounds, .constraint, .atMost, .within, .length, .has, .json: []
            }
        }
    }

    /// The regular expressions that values are held against, also within lists.
    var patterns: [String] {
        terms.flatMap { term -> [String] in
            switch term {
            case .matches(let pattern): [pattern.description]
            case .all(let wanted), .any(let wanted), .none(let wanted): wanted.patterns
            default: []
            }
        }
    }
}

extension TypedValue {
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        default: []
        }
    }
}
