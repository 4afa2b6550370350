/// The forms of a program in which trust knows what it runs.
struct CommandForm {
    /// What stands behind the options.
    enum Rest {
        /// A script, with such an ending where there are any, and words for it.
        case script(endings: [String] = [])
        /// A short text in the program's own language, and files.
        case text(isHarmless: @Sendable (String) -> Bool)
        /// Names of what is to be made.
        case targets
        /// How long, and another command.
        case duration
        /// Another command.
        case command
        /// Variables, and another command.
        case assignments
        /// Another command, which is given more words.
        case moreWords
        /// Folders, and what is looked for in them.
        case search
    }

    /// Options that stand alone.
    var flags: Set<String> = []
    /// Options with a value behind them.
    var values: Set<String> = []
    /// Options with the file of a program behind them.
    var files: Set<String> = []
    let rest: Rest
    private(set) var isShell = false

    /// Nil for a program whose words are data.
    init?(of name: String) {
        guard let form = Self.known[name] else { return nil }
        self = form
    }

    private init(
        flags: Set<String> = [], values: Set<String> = [], files: Set<String> = [], _ rest: Rest
    ) {
        self.flags = flags
        self.values = values
        self.files = files
        self.rest = rest
    }

    var takesScript: Bool { if case .script = rest { true } else { false } }

    /// Such as `-eu` of a shell.
    func isFlags(_ word: String) -> Bool { isShell && Self.isShort(word.dropFirst()) }

    /// Such as `-c` and `-ec` of a shell.
    func isText(_ word: String) -> Bool {
        isShell && word.hasSuffix("c")
            && (word == "-c" || Self.isShort(word.dropFirst().dropLast()))
    }

    private static func isShort(_ letters: Substring) -> Bool {
        !letters.isEmpty && letters.allSatisfy { "eux".contains($0) }
    }

    private static let shell = {
        var form = CommandForm(values: ["-o", "-eo", "-uo", "-euo", "-euxo"], .script())
        form.isShell = true
        return form
    }()
    private static let awk = CommandForm(
        values: ["-v", "-F"], files: ["-f"],
        .text { text in !["system", "|", "@"].contains { text.contains($0) } })

    private static let known: [String: CommandForm] = [
        "sh": shell, "bash": shell, "dash": shell, "zsh": shell, "ksh": shell, "ash": shell,
        "python": CommandForm(
            flags: ["-B", "-E", "-I", "-O", "-q", "-s", "-S", "-u", "-b"], .script()),
        "perl": CommandForm(flags: ["-w", "-W", "-T"], .script()),
        "ruby": CommandForm(flags: ["-w"], .script()), "lua": CommandForm(.script()),
        "php": CommandForm(.script()),
        // It looks for other files where a name has no ending.
        "node": CommandForm(.script(endings: [".js", ".mjs", ".cjs"])),
        "awk": awk, "gawk": awk,
        "sed": CommandForm(
            flags: ["-n", "-E", "-r", "-s", "-u", "-z"], files: ["-f"],
            .text { text in
                text.wholeMatch(of: /[0-9$,]*[pdq=]|s\/[^\/\\\n]*\/[^\/\\\n]*\/[gp0-9]*/) != nil
            }),
        "jq": CommandForm(
            flags: ["-r", "-e", "-c", "-n", "-s", "-S"], files: ["-f"],
            .text { text in !["import", "include"].contains { text.contains($0) } }),
        "make": CommandForm(
            flags: ["-s", "-k", "-n", "-B"], files: ["-f"], .targets),
        "env": CommandForm(flags: ["-i"], values: ["-u"], .assignments),
        "sudo": CommandForm(flags: ["-n", "-E"], values: ["-u"], .command),
        "doas": CommandForm(flags: ["-n"], values: ["-u"], .command),
        "nohup": CommandForm(.command), "setsid": CommandForm(.command),
        "nice": CommandForm(values: ["-n"], .command),
        "timeout": CommandForm(values: ["-k", "-s"], .duration),
        "xargs": CommandForm(
            flags: ["-r", "-0"], values: ["-n", "-P", "-d"], .moreWords),
        "find": CommandForm(.search),
    ]
}
