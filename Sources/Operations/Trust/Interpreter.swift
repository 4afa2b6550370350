/// A program that runs what its arguments name or say.
struct Interpreter {
    /// What stands behind an option.
    enum Option {
        /// Nothing, or what is part of the option itself.
        case flag
        /// A value, which is no file that is run.
        case value
        /// The first word is the text of a program, which trust has as it is.
        case text
        /// The file of a program.
        case file
        /// The name of a module.
        case module
        /// The folder to go to.
        case folder
    }

    enum Kind {
        /// Takes a script, a text behind `-c`, or what it reads.
        case shell
        /// Takes a script, a text, or what it reads, in another language.
        case language
        /// Takes a short program as its first word, which trust has as it is.
        case filter
        /// Reads a script into the shell itself.
        case source
        /// Runs the words behind it as a text.
        case eval
        /// Starts the program that stands behind it.
        case wrapper
        case make
    }

    let name: String
    let kind: Kind

    private static let kinds: [Kind: [String]] = [
        .shell: ["sh", "bash", "dash", "zsh", "ksh", "ash", "fish"],
        .language: [
            "python", "perl", "ruby", "node", "deno", "bun", "php", "lua", "tclsh", "pwsh",
            "Rscript", "groovy", "java",
        ],
        .filter: ["awk", "gawk", "sed", "jq"],
        .source: ["source", "."],
        .eval: ["eval"],
        .wrapper: [
            "env", "sudo", "doas", "nice", "timeout", "exec", "xargs", "nohup", "setsid", "command",
            "time",
        ],
        .make: ["make", "gmake"],
    ]

    private static let byName = Dictionary(
        kinds.flatMap { kind, names in names.map { ($0, kind) } }
    ) { first, _ in first }

    /// Options with a value in the next word, by kind.
    private static let values: [Kind: Set<String>] = [
        .shell: ["-o", "+o", "-O", "+O"], .language: ["-W", "-X", "-I", "-C", "-d"],
        .filter: ["-v", "-F"],
        .wrapper: ["-n", "-P", "-I", "-L", "-s", "-d", "-E", "-a", "-u", "-g", "-k", "-D"],
        .make: ["-j", "-l", "-o", "-W", "-I"],
    ]
    /// Options that name a file which is run, by kind.
    private static let files: [Kind: Set<String>] = [
        .shell: ["--rcfile", "--init-file"],
        .language: ["-r", "--require", "--import", "-f", "-jar"],
        .filter: ["-f", "--file", "--from-file"], .make: ["-f", "--file", "--makefile"],
    ]

    /// Nil for a word that names none; such as python3.12 and lua5.4 are known by their letters.
    init?(_ word: String) {
        let last = word.split(separator: "/").last.map(String.init) ?? word
        let letters = String(last.prefix { !$0.isNumber })
        guard let kind = Self.byName[last] ?? Self.byName[letters] else { return nil }
        name = last
        self.kind = kind
    }

    /// Whether it reads a program where no word names one.
    var readsProgram: Bool { kind == .shell || kind == .language }

    /// Whether the file of an option stands in place of the script, and not before it.
    func endsOptions(_ option: String) -> Bool {
        kind == .filter || kind == .make || option == "-f" || option == "-jar"
    }

    func option(_ word: String) -> Option {
        // A text of PHP.
        if word == "-r", name.hasPrefix("php") { return .text }
        if Self.files[kind]?.contains(word) ?? false { return .file }
        if Self.values[kind]?.contains(word) ?? false { return .value }
        if kind == .make, ["-C", "--directory"].contains(word) { return .folder }
        guard word.hasPrefix("-"), !word.hasPrefix("--") else { return .flag }
        switch kind {
        // Such as -ec, and -euo, whose last letter takes the value.
        case .shell where word.contains("c"): return .text
        case .shell where word.hasSuffix("o") || word.hasSuffix("O"): return .value
        case .language where word == "-m": return .module
        case .language where ["-c", "-e", "-E"].contains(word): return .text
        case .filter where word == "-e": return .value
        default: return .flag
        }
    }
}
