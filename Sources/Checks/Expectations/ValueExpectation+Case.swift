extension ValueExpectation {
    /// The same where patterns take capital and small letters alike, also within lists.
    var ignoringCase: ValueExpectation {
        ValueExpectation(
            terms.map { term in
                switch term {
                case .matches(let pattern): .matches(pattern.ignoringCase)
                case .all(let wanted): .all(wanted.ignoringCase)
                case .any(let wanted): .any(wanted.ignoringCase)
                case .none(let wanted): .none(wanted.ignoringCase)
                default: term
                }
            }, encoding: encoding)
    }
}
