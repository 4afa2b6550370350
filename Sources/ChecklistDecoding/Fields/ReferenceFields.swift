import Fields
import LocatedYAML
import Rollout

extension ValueType where Value == RoleID {
    /// A reference to a role; whether it is there is looked at where all are known.
    static var role: ValueType {
        ValueType<String>.text(words: "the id of a role").map { text, _, _ in RoleID(text) }
    }
}

extension ValueType where Value == StepID {
    /// A reference to a step, to a whole family, or to one step of it.
    static var step: ValueType {
        ValueType<String>.text(words: "the id of a step (STEP or STEP/VALUE)").map { text, _, _ in
            StepID(text)
        }
    }
}

extension ValueType where Value == String {
    /// A reference to an effect.
    static var effect: ValueType { text(words: "the id of an effect") }
}
