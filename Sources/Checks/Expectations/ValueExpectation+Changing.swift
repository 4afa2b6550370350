import Rollout

extension ValueExpectation {
    /// Findings of a value that is another one in each run, such as a time or free space.
    ///
    /// Only the facts have the value itself: a waiver covers the findings that it was given for, and
    /// would lapse with each run.
    func changing(_ value: TypedValue, named name: String, _ deadline: Deadline) -> [Finding] {
        terms.map { term in
            let one = ValueExpectation([term])
            let words = one.words(of: name).joined()
            let standing = one.standing(of: value, until: deadline)
            return Finding(
                words, actual: standing == .met ? words : "\(name) \(term.miss(by: value))",
                standing)
        }
    }
}

extension ExpectationTerm {
    /// How a value misses the term.
    fileprivate func miss(by value: TypedValue) -> String {
        guard case .bounds(let minimum, let maximum) = self else { return "another amount" }
        if let minimum, value.order(to: minimum) == .less { return "less than that" }
        if let maximum, value.order(to: maximum) == .greater { return "more than that" }
        return "another amount"
    }
}
