import ArgumentParser

/// What people give as the words of an act.
enum Words {
    /// Refuses words that say nothing.
    static func require(_ words: String, _ option: String) throws {
        guard words.allSatisfy(\.isWhitespace) else { return }
        throw ValidationError("\(option) must say something.")
    }
}
