import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

extension TextExpectation {
    /// A text that must be part of it, or a mapping that says more.
    package static var type: ValueType<TextExpectation> {
        .shorthand(
            ValueType<String>.text.map { text, _, _ in TextExpectation(contains: [text]) },
            or: .options("an expectation of a text") { options in
                var expectation = TextExpectation()
                expectation.contains =
                    options.optional(
                        "contains", .oneOrMany(.text), "Texts that must be part of it.") ?? []
                expectation.matches =
                    options.optional(
                        "matches", .oneOrMany(.pattern),
                        "Regular expressions that must match somewhere in it.") ?? []
                expectation.lacks =
                    options.optional(
                        "lacks", .oneOrMany(.text), "Texts that must not be part of it.") ?? []
                expectation.equals = options.optional(
                    "equals", .anyText,
                    "What it must be as a whole, but for one line break at its end."
                )
                expectation.encoding = options.optional(
                    "encoding", .choice, without: "utf-8",
                    "How its bytes stand for characters; bytes that do not leave it undetermined.")
                options.refuse(
                    where: expectation.isEmpty && options.isWhole,
                    "the expectation expects nothing",
                    fix: "add contains, matches, lacks or equals", at: "contains")
                let read = expectation
                return options.make { read }
            })
    }
}

extension ValueType where Value == TextPattern {
    /// A regular expression, tried when the checklist is read.
    static var pattern: ValueType {
        scalar(
            "a regular expression of PCRE2 (at most \(TextPattern.lengthLimit) bytes, brackets at"
                + " most \(TextPattern.nestingLimit) deep)",
            schema: [
                "type": ["string", "number", "boolean"],
                "maxLength": .integer(Int64(TextPattern.lengthLimit)),
            ]
        ) { $0.isEmpty ? nil : TextPattern($0) }
    }
}
