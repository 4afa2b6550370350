package import CanonicalJSON
package import Rollout

/// A reason for programs: its code and values, beside the sentence for people.
package enum ReasonJSON {
    package static func value(_ reason: some Reason, _ text: String) -> JSONValue {
        value(code: reason.code, reason.values, text)
    }

    package static func value(
        code: String, _ values: [String: JSONValue], _ text: String
    ) -> JSONValue {
        // `code` and `text` are ours: no value of a reason has such a name.
        .object(values.merging(["code": .string(code), "text": .string(text)]) { _, own in own })
    }

    package static func value(_ reason: StepReason, _ context: WordingContext) -> JSONValue {
        value(reason, StepWording.sentence(reason, context))
    }

    package static func value(_ reason: PhaseReason, _ context: WordingContext) -> JSONValue {
        value(reason, PhaseWording.sentence(reason, context))
    }
}
