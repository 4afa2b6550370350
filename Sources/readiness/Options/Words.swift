import ArgumentParser

/// What people give as the words of an act.
enum Words {
    /// The names of the option that takes them: each command has its usual one, and the usual ones
    /// of the others are understood.
    static func names(_ usual: String) -> NameSpecification {
        let others = ["note", "reason", "comment"].filter { $0 != usual }
        return NameSpecification(([usual] + others).map { .customLong($0) })
    }

    /// Refuses words that say nothing.
    static func require(_ words: String, _ option: String) throws {
        guard words.allSatisfy(\.isWhitespace) else { return }
        throw ValidationError("\(option) must say something.")
    }
}
