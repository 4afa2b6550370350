import Characters

extension ValueType where Value == String {
    /// The same text in its normal form, for names and values that are compared byte by byte.
    package var composed: ValueType { map { text, _, _ in NormalForm.composed(text) } }
}
