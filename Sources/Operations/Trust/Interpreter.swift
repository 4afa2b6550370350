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

    /// What is known of a program by its name.
    private struct Known {
        let kind: Kind
        var values: Set<String> = []
        var texts: Set<String> = []
        var files: Set<String> = []
    }

    private static let shell = Known(
        kind: .shell, values: ["-o", "+o", "-O", "+O"], files: ["--rcfile", "--init-file"])
    private static let awk = Known(kind: .filter, values: ["-v", "-F"], files: ["-f", "--file"])
    private static let make = Known(
        kind: .make, values: ["-j", "-l", "-o", "-W", "-I"], files: ["-f", "--file", "--makefile"])

    private static let known: [String: Known] = [
        "sh": shell, "bash": shell, "dash": shell, "zsh": shell, "ksh": shell, "ash": shell,
        "fish": shell,
        "python": Known(kind: .language, values: ["-W", "-X"], texts: ["-c"]),
        "perl": Known(kind: .language, values: ["-I"], texts: ["-e", "-E"]),
        "ruby": Known(
            kind: .language, values: ["-I", "-C", "-E"], texts: ["-e"], files: ["-r"]),
        "node": Known(
            kind: .language, texts: ["-e", "-p", "--eval", "--print"],
            files: ["-r", "--require", "--import"]),
        "php": Known(kind: .language, values: ["-d", "-c"], texts: ["-r"], files: ["-f"]),
        "lua": Known(kind: .language, values: ["-l"], texts: ["-e"]),
        "java": Known(
            kind: .language, values: ["-cp", "-classpath", "--class-path"], files: ["-jar"]),
        "pwsh": Known(kind: .language, texts: ["-c", "-Command"], files: ["-f", "-File"]),
        "groovy": Known(kind: .language, texts: ["-e"]),
        "Rscript": Known(kind: .language, texts: ["-e"]),
        "bun": Known(kind: .language, texts: ["-e"]), "deno": Known(kind: .language),
        "tclsh": Known(kind: .language, values: ["-encoding"]),
        "awk": awk, "gawk": awk,
        "sed": Known(kind: .filter, values: ["-e", "-l"], files: ["-f", "--file"]),
        "jq": Known(kind: .filter, files: ["-f", "--from-file"]),
        "source": Known(kind: .source), ".": Known(kind: .source), "eval": Known(kind: .eval),
        "make": make, "gmake": make,
        "env": Known(kind: .wrapper, values: ["-u", "-C"]),
        "sudo": Known(
            kind: .wrapper, values: ["-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T", "-U"]),
        "doas": Known(kind: .wrapper, values: ["-u", "-C"]),
        "nice": Known(kind: .wrapper, values: ["-n"]),
        "timeout": Known(kind: .wrapper, values: ["-k", "-s"]),
        "exec": Known(kind: .wrapper, values: ["-a"]),
        "xargs": Known(
            kind: .wrapper, values: ["-n", "-P", "-I", "-L", "-s", "-d", "-E", "-a"]),
        "nohup": Known(kind: .wrapper), "setsid": Known(kind: .wrapper),
        "command": Known(kind: .wrapper), "time": Known(kind: .wrapper),
    ]

    let name: String
    private let known: Known

    /// Nil for a word that names none; such as python3.12 and lua5.4 are known by their letters.
    init?(_ word: String) {
        name = word.split(separator: "/").last.map(String.init) ?? word
        let letters = String(name.prefix { !$0.isNumber })
        guard let known = Self.known[name] ?? Self.known[letters] else { return nil }
        self.known = known
    }

    var kind: Kind { known.kind }

    /// Whether it reads a program where no word names one.
    var readsProgram: Bool { kind == .shell || kind == .language }

    /// Whether the file of an option stands in place of the script, and not before it.
    func endsOptions(_ option: String) -> Bool {
        kind == .make || ["-f", "-jar", "-File"].contains(option)
    }

    func option(_ word: String) -> Option {
        if known.files.contains(word) { return .file }
        if known.values.contains(word) { return .value }
        if known.texts.contains(word) { return .text }
        switch kind {
        case .make where ["-C", "--directory"].contains(word): return .folder
        case .language where word == "-m": return .module
        // Such as -ec, and -euo, whose last letter takes the value.
        case .shell where word.hasPrefix("-") && !word.hasPrefix("--") && word.contains("c"):
            return .text
        case .shell where !word.hasPrefix("--") && word.lowercased().hasSuffix("o"): return .value
        default: return .flag
        }
    }
}
