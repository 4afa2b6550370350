import ArgumentParser
import Characters
import Fields

/// What people give as the words of an act.
enum Words {
    /// The names of the option that takes them: each command has its usual one, and the usual ones
    /// of the others are understood.
    static func names(_ usual: String) -> NameSpecification {
        let others = ["note", "reason", "comment"].filter { $0 != usual }
        return NameSpecification(([usual] + others).map { .customLong($0) })
    }

    /// What is wrong with the value of an option that takes one of some names.
    static func unknown(
        _ value: String, of option: String, among names: [String]
    ) -> ValidationError {
        let question = NearestName.question(for: value, among: names)
        return ValidationError(
            "\(option) is one of \(names.joined(separator: ", ")), not \"\(value)\""
                + (question.map { "; \($0)" } ?? "."))
    }

    /// Refuses words that say nothing.
    static func require(_ words: String, _ option: String) throws {
        guard BlankText.isBlank(words) else { return }
        throw ValidationError("\(option) must say something.")
    }
}
