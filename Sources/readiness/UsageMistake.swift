import ArgumentParser
import Fields

/// A mistake in the command line, in the words of the parser but for names that nobody has.
enum UsageMistake {
    /// What is wrong, with the name that was probably meant, and how the command is used.
    static func text(of error: any Error, in words: [String]) -> String {
        let told = Readiness.fullMessage(for: error)
        let plain = told.hasPrefix("Error: ") ? String(told.dropFirst("Error: ".count)) : told
        var lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[0] =
            unknownCommand(words.first) ?? unknownOption(lines[0], words) ?? unknownValue(lines)
            ?? misspelt(words) ?? lines[0]
        return "error: " + lines.joined(separator: "\n")
    }

    /// The commands by name.
    private static var commands: [(name: String, type: any ParsableCommand.Type)] {
        var commands: [(name: String, type: any ParsableCommand.Type)] = []
        for group in Readiness.configuration.groupedSubcommands {
            for type in group.subcommands {
                commands.append((type.configuration.commandName ?? "", type))
            }
        }
        return commands
    }

    /// The names of the commands, in the order of the help.
    static var commandNames: [String] { commands.map { $0.name } }

    /// What is wrong with a command that help is asked for; nil where there is such a command.
    static func helpText(in words: [String]) -> String? {
        guard words.first == "help", let mistake = unknownCommand(words.dropFirst().first) else {
            return nil
        }
        return "error: " + mistake
    }

    private static func unknownCommand(_ word: String?) -> String? {
        guard let word, !word.hasPrefix("-") else { return nil }
        let names = commandNames + ["help"]
        guard !names.contains(word) else { return nil }
        return "There is no command \"\(word)\"; "
            + (NearestName.question(for: word, among: names)
                ?? "`readiness --help` lists all of them.")
    }

    private static func unknownOption(_ line: String, _ words: [String]) -> String? {
        let start = "Unknown option '"
        guard line.hasPrefix(start) else { return nil }
        let option = String(line.dropFirst(start.count).prefix { $0 != "'" })
        let command = commands.first { $0.name == words.first }
        let name = command.map { "readiness \($0.name)" } ?? "readiness"
        let argument = option.drop { $0 == "-" }
        if let command, arguments(of: command.type).contains("<\(argument)>") {
            return "\(name) has no option \(option): give the \(argument) without it."
        }
        return "\(name) has no option \(option)"
            + (NearestName.question(for: option, among: options(of: command?.type))
                .map { "; \($0)" } ?? ".")
    }

    /// A value that is none of those that the line, where they are few, or the lines behind it list.
    private static func unknownValue(_ lines: [String]) -> String? {
        let start = "The value '"
        let bullet = "  - "
        let parts = lines[0].split(separator: ". Please provide one of ")
        guard lines[0].hasPrefix(start), let mistake = parts.first else { return nil }
        let value = String(lines[0].dropFirst(start.count).prefix { $0 != "'" })
        // Every other piece stands between quotation marks.
        let quoted = parts.dropFirst().joined().split(
            separator: "'", omittingEmptySubsequences: false
        ).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        let listed = lines.filter { $0.hasPrefix(bullet) }.map {
            String($0.dropFirst(bullet.count))
        }
        return NearestName.question(for: value, among: quoted + listed).map { question in
            let few = quoted.isEmpty ? "" : ", which is one of \(quoted.joined(separator: ", "))"
            return "\(mistake)\(few); \(question)"
        }
    }

    /// An option that the command does not have, where the parser misses something else first.
    private static func misspelt(_ words: [String]) -> String? {
        guard let command = commands.first(where: { $0.name == words.first }) else { return nil }
        let names = options(of: command.type)
        let long = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") && $0.utf8.count > 2 }
            .map { String($0.prefix { $0 != "=" }) }
        guard let option = long.first(where: { !names.contains($0) }),
            let question = NearestName.question(for: option, among: names)
        else { return nil }
        return "readiness \(command.name) has no option \(option); \(question)"
    }

    /// What a command takes without an option, as the first line of its help names it.
    private static func arguments(of command: any ParsableCommand.Type) -> [Substring] {
        let help = Readiness.helpMessage(for: command).split(separator: "\n")
        let words = (help.first { $0.hasPrefix("USAGE: ") } ?? "").split(separator: " ")
        return zip(words, words.dropFirst()).filter { !$0.0.hasPrefix("-") }.map(\.1)
    }

    /// The long names of the options of a command, as its help lists them.
    private static func options(of command: (any ParsableCommand.Type)?) -> [String] {
        let help = command.map { Readiness.helpMessage(for: $0) } ?? Readiness.helpMessage()
        return help.split(separator: "\n").filter { $0.hasPrefix("  -") }.flatMap { line in
            line.split(separator: " ").filter { $0.hasPrefix("--") }.prefix(1).map {
                String($0.prefix { $0 != "," && $0 != "/" })
            }
        }
    }
}
