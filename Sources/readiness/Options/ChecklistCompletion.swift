import ArgumentParser
import ChecklistDecoding
import Files
import Rollout

/// What a shell offers for names out of the checklist that stands on the command line.
enum ChecklistCompletion {
    /// Checklists, and the folders on the way to them.
    static let checklists = CompletionKind.file(extensions: ["yaml", "yml"])

    /// Steps, and for those of a `for-each` their common name.
    static let steps = names { loaded in
        loaded.flatMap(\.checklist.steps).flatMap { [$0.id.text, $0.id.root.text] }
    }

    static let roles = names { $0.flatMap { $0.checklist.roles.map(\.id.text) } }

    static let sites = names { $0.flatMap { $0.checklist.sites.map(\.id.text) } }

    static let phases = names { $0.flatMap { $0.checklist.timeline.map(\.id.text) } }

    static let targets = names { $0.flatMap { $0.checklist.targets.map(\.id.text) } }

    /// The people in the roles.
    static let members = names {
        $0.flatMap(\.checklist.roles).flatMap { $0.people.map(\.text) }
    }

    /// `NAME=` for each parameter.
    static let parameters = names { $0.flatMap { $0.checklist.parameters.map { "\($0.name)=" } } }

    private static func names(
        _ find: @escaping @Sendable ([LoadedChecklist]) -> [String]
    ) -> CompletionKind {
        .custom { words, index, _ in
            let loaded = checklist(on: words, but: index).map(read) ?? []
            return Set(find(loaded)).sorted()
        }
    }

    /// The options whose value is a file that is no checklist.
    private static let optionsOfFiles = ["--values", "--evidence", "--ledger", "--output"]

    /// The first checklist among the words of a line, but for the one that is being typed.
    private static func checklist(on words: [String], but index: Int) -> String? {
        words.enumerated().first { place, word in
            place != index && (word.hasSuffix(".yaml") || word.hasSuffix(".yml"))
                && (place == 0 || !optionsOfFiles.contains(words[place - 1]))
                && (try? RegularFile(path: word)) != nil
        }?.element
    }

    /// The checklist for each of its targets; nothing where it has mistakes.
    private static func read(_ path: String) -> [LoadedChecklist] {
        guard case .loaded(let loaded)? = try? ChecklistDecoder.read(path: path, place: path) else {
            return []
        }
        return loaded
    }
}
