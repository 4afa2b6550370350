/// What a value is, as far as it says which words an expectation of it may have.
package indirect enum ExpectationSubject: Sendable {
    /// A text that is read from outside, whose bytes stand for characters in some encoding.
    case content
    /// A text of one line, such as a name or a state.
    case text
    case number
    /// In bytes, or with a unit.
    case size
    /// A time that was measured, which is never exactly as long as another one.
    case duration
    case version(VersionRules)
    /// The permission bits of a file.
    case mode
    case address
    /// A text that is a number where bounds are asked for.
    case parameter
    /// A DNS record, as it is usually shown.
    case record
    /// A list of texts or addresses, in no order.
    case list(ExpectationSubject)
    /// A value of JSON; `depth` says how far expectations of its parts may nest.
    case json(depth: Int)

    /// A value of JSON as the language has it everywhere.
    package static var json: ExpectationSubject { .json(depth: 2) }

    /// What it is, with its article.
    var words: String {
        switch self {
        case .content, .text: return "a text"
        case .parameter: return "a value"
        case .number: return "a number"
        case .size: return "a size"
        case .duration: return "a duration"
        case .version: return "a version"
        case .mode: return "a mode"
        case .address: return "an address"
        case .record: return "a record"
        case .list(.address): return "a list of addresses"
        case .list(.record): return "the records"
        case .list: return "a list"
        case .json: return "a value of JSON"
        }
    }

    /// The entries of a list.
    var entry: ExpectationSubject? {
        switch self {
        case .list(let entry): return entry
        case .json(let depth) where depth > 0: return .json(depth: depth - 1)
        default: return nil
        }
    }
}

/// A word of expectations; the raw value is the key in the language.
enum ExpectationWord: String, CaseIterable {
    case contains, matches, lacks, equals
    case oneOf = "one-of"
    case startsWith = "starts-with"
    case endsWith = "ends-with"
    case minimum, maximum
    case atMost = "at-most"
    case within, length, has, all, any, none, json

    /// The words that say something about a subject, in the order in which they are explained.
    static func all(for subject: ExpectationSubject) -> [ExpectationWord] {
        switch subject {
        case .content, .text:
            return [.contains, .matches, .lacks, .equals, .oneOf, .startsWith, .endsWith, .length]
        case .parameter: return all(for: .text) + [.minimum, .maximum]
        case .number, .size, .version: return [.equals, .oneOf, .minimum, .maximum]
        case .duration: return [.minimum, .maximum]
        case .mode: return [.equals, .atMost]
        case .address: return [.equals, .oneOf, .within]
        case .record: return all(for: .text) + [.within]
        case .list(.address), .list(.record):
            return [.contains, .equals, .lacks, .within, .length, .all, .any, .none]
        case .list: return [.contains, .equals, .lacks, .length, .all, .any, .none]
        case .json(let depth):
            let plain = allCases.filter {
                ![.atMost, .within, .all, .any, .none, .json].contains($0)
            }
            return plain + (depth > 1 ? [.all, .any, .none] : depth > 0 ? [.json] : [])
        }
    }

    /// The words that name a type of JSON value, which others contradict.
    var jsonTypes: Set<String>? {
        switch self {
        case .matches, .startsWith, .endsWith: return ["text"]
        case .minimum, .maximum: return ["number"]
        case .has: return ["object"]
        case .all, .any, .none: return ["list"]
        case .contains, .lacks: return ["text", "list"]
        case .length: return ["text", "list", "object"]
        case .equals, .oneOf, .atMost, .within, .json: return nil
        }
    }

    /// One sentence for documentation and editors.
    func summary(_ subject: ExpectationSubject) -> String {
        switch (self, subject) {
        case (.contains, .list): return "Entries that it must have, each as a whole."
        case (.contains, .json): return "Parts that a text, or entries that a list must have."
        case (.contains, _): return "Texts that must be part of it."
        case (.lacks, .list): return "Entries that it must not have, each as a whole."
        case (.lacks, .json): return "Parts that a text, or entries that a list must not have."
        case (.lacks, _): return "Texts that must not be part of it."
        case (.equals, .list): return "The entries that it must have, no more and no fewer."
        case (.equals, .content):
            return "What it must be as a whole, but for one line break at its end."
        case (.equals, .mode): return "Exactly these bits."
        case (.equals, _): return "What it must be as a whole."
        case (.oneOf, _): return "What it may be as a whole; one of these must be it."
        case (.matches, _): return "Regular expressions that must match somewhere in it."
        case (.startsWith, _): return "The text that it must begin with."
        case (.endsWith, _): return "The text that it must end with."
        case (.minimum, _): return "The least that it may be."
        case (.maximum, _): return "The greatest that it may be."
        case (.atMost, _): return "These bits or fewer."
        case (.within, .list): return "Ranges of addresses; every address must be in one of them."
        case (.within, _): return "Ranges of addresses; it must be in one of them."
        case (.length, .list): return "How many entries it has."
        case (.length, .json): return "How many characters, entries or keys it has."
        case (.length, _): return "How many characters it has."
        case (.has, _): return "Keys that it must have."
        case (.all, _): return "What every entry must be like; there must be one."
        case (.any, _): return "What at least one entry must be like."
        case (.none, _): return "What no entry may be like."
        case (.json, _): return "What it must have at some places."
        }
    }
}
