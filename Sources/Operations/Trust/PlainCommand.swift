/// A command of which trust knows everything that it names and runs.
///
/// A program that runs what its words say is known only in the few forms that are written down here. Of
/// any other one its words are data.
struct PlainCommand {
    /// The words from the program on.
    private let words: [String]
    /// How many texts it stands in.
    private let depth: Int

    /// A text within a text within a text: what is deeper is not looked at.
    private static let deepest = 8

    init(_ words: [String], depth: Int = 0) {
        self.words = words
        self.depth = depth
    }

    /// The script of a shell has such commands alone.
    static func isWhole(script: String, depth: Int = 0) -> Bool {
        guard depth < deepest, let commands = PlainScript.commands(of: script) else { return false }
        return commands.allSatisfy { PlainCommand($0, depth: depth).isWhole }
    }

    /// Nothing that it runs is out of sight.
    var isWhole: Bool {
        guard let program = words.first, Self.isName(program), !program.contains("=") else {
            return false
        }
        let name = Self.name(program)
        if name == "cd" { return words.count == 2 && Self.isName(words[1]) }
        guard !UnknownForms.has(name) else { return false }
        guard let form = CommandForm(of: name) else { return true }
        return follows(form, Array(words.dropFirst()))
    }

    /// The last part of the path of a program, without the number of a version.
    private static func name(_ program: String) -> String {
        let name = program.split(separator: "/").last.map(String.init) ?? program
        let letters = name.prefix { !$0.isNumber }
        return letters.isEmpty ? name : String(letters)
    }

    /// It names a file, and is no option; what a process has open is no file.
    private static func isName(_ word: String) -> Bool {
        guard let first = word.first, first != "-", first != "+" else { return false }
        let parts = word.split(separator: "/").filter { $0 != "." }
        let systems: Set<Substring> = ["dev", "proc"]
        if parts.contains("..") { return systems.isDisjoint(with: parts) }
        return first != "/" || !systems.contains(parts.first ?? "")
    }

    private func follows(_ form: CommandForm, _ arguments: [String]) -> Bool {
        var rest = arguments[...]
        var hasFile = false
        while let word = rest.first, word.hasPrefix("-") || word.hasPrefix("+") {
            if form.isText(word) {
                rest.removeFirst()
                guard let text = textBehind(rest) else { return false }
                return Self.isWhole(script: text, depth: depth + 1)
            }
            rest.removeFirst()
            if form.flags.contains(word) || form.isFlags(word) { continue }
            guard let value = rest.popFirst() else { return false }
            if form.files.contains(word), Self.isName(value) {
                hasFile = true
            } else if !form.values.contains(word) || value.hasPrefix("-") {
                return false
            }
        }
        return follows(form.rest, rest, hasFile: hasFile)
    }

    /// The text of a shell stands behind `-c`, or behind more options.
    private func textBehind(_ rest: ArraySlice<String>) -> String? {
        var rest = rest
        while rest.count > 1, rest.first == "-o" { rest.removeFirst(2) }
        return rest.first.flatMap { $0.hasPrefix("-") || $0.hasPrefix("+") ? nil : $0 }
    }

    private func follows(
        _ kind: CommandForm.Rest, _ rest: ArraySlice<String>, hasFile: Bool
    ) -> Bool {
        let areWords = rest.allSatisfy { !$0.hasPrefix("-") && !$0.hasPrefix("+") }
        switch kind {
        case .script(let endings):
            guard let script = rest.first, Self.isName(script) else { return false }
            return endings.isEmpty || endings.contains { script.hasSuffix($0) }
        case .text(let isHarmless):
            return areWords && (hasFile || rest.first.map(isHarmless) ?? false)
        case .targets: return areWords && !rest.contains { $0.contains("=") }
        case .duration:
            guard let word = rest.first, word.first?.isNumber ?? false else { return false }
            return PlainCommand(Array(rest.dropFirst()), depth: depth).isWhole
        case .command: return PlainCommand(Array(rest), depth: depth).isWhole
        case .assignments:
            let assignments = rest.prefix { ShellWords.isAssignment($0) }
            return assignments.allSatisfy { !RunningVariables.changes($0) }
                && PlainCommand(Array(rest[assignments.endIndex...]), depth: depth).isWhole
        case .moreWords:
            // What it reads becomes words of the command, which could be options of it.
            guard let program = rest.first else { return false }
            if let form = CommandForm(of: Self.name(program)), !form.takesScript { return false }
            return PlainCommand(Array(rest), depth: depth).isWhole
        case .search: return !rest.contains { $0.hasPrefix("-exec") || $0.hasPrefix("-ok") }
        }
    }
}
