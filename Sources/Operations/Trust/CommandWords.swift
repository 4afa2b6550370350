/// What a command names that it runs, as far as its words tell.
struct CommandWords {
    /// Words that may name a program, in their order, and what stands within options, such as
    /// `j.rb` in `-rj.rb` and `h.js` in `--require=./h.js`.
    private(set) var words: [String] = []
    /// Words that name a program or a script, whatever the file looks like.
    private(set) var run: [String] = []
    /// Modules of Python that are run by their name.
    private(set) var modules: [String] = []
    /// Folders that it goes to.
    private(set) var folders: [String] = []
    /// It runs the file of its folder that Make looks for.
    private(set) var runsMakefile = false
    /// Programs that only the shell will know, as the text names them.
    private(set) var unbound: [String] = []

    /// A text within a text within a text: what is deeper is not looked at.
    private static let deepest = 8

    /// The words of a list of arguments, in which nothing is expanded.
    init(arguments: [String]) {
        take(
            arguments.enumerated().map { ShellWords.Word(text: $1, isCommand: $0 == 0) }, depth: 0)
    }

    /// The words of a script of a shell.
    init(script: String) { take(ShellWords(script).words, depth: 0) }

    /// A program that runs others, with what its options said so far.
    private struct Runner {
        let interpreter: Interpreter
        let isPiped: Bool
        /// What the option before takes.
        var option = Interpreter.Option.flag
        var optionName: String?
        /// The first word is the text of a program.
        var takesText = false
        /// An option named the program.
        var hasProgram = false
        /// The rest are words for the program.
        var isOver = false
    }

    private mutating func take(_ all: [ShellWords.Word], depth: Int) {
        var runner: Runner?
        var before = ""
        for word in all {
            if word.isCommand {
                end(runner)
                runner = nil
                if ShellWords.isAssignment(word.text) { continue }
                if word.isExpanded { note(word.text) }
            }
            if before == "cd" || before == "pushd" { folders.append(word.text) }
            before = word.text
            if word.text.count > 1, word.text.hasPrefix("-") || word.text.hasPrefix("+") {
                takeOption(word.text, &runner)
            } else {
                words.append(word.text)
                takeOperand(word, &runner, depth: depth)
            }
        }
        end(runner)
    }

    private mutating func takeOption(_ word: String, _ runner: inout Runner?) {
        let equals = word.firstIndex(of: "=")
        let value = equals.map { word[word.index(after: $0)...] } ?? word.dropFirst(2)
        let name = equals.map { word[..<$0] } ?? word.prefix(2)
        if !value.isEmpty { words.append(String(value)) }
        guard let interpreter = runner?.interpreter else { return }
        if word == "-s", interpreter.kind == .shell { return end(&runner) }
        switch interpreter.option(word) {
        case .text: runner?.takesText = true
        case .flag where !value.isEmpty: takeAttached(String(name), String(value), &runner)
        case let option:
            runner?.option = option
            runner?.optionName = word
        }
    }

    /// The value of an option that stands in the same word.
    private mutating func takeAttached(
        _ name: String, _ value: String, _ runner: inout Runner?
    ) {
        switch runner?.interpreter.option(name) {
        case .file:
            run.append(value)
            if runner?.interpreter.endsOptions(name) ?? false { runner?.hasProgram = true }
        case .folder: folders.append(value)
        default: break
        }
    }

    private mutating func takeOperand(
        _ word: ShellWords.Word, _ runner: inout Runner?, depth: Int
    ) {
        guard let own = runner else {
            runner = Interpreter(word.text).map { Runner(interpreter: $0, isPiped: word.isPiped) }
            return
        }
        if own.isOver { return }
        runner?.option = .flag
        switch own.option {
        case .value: return
        case .folder: folders.append(word.text)
        case .module:
            modules.append(word.text.replacing(".", with: "/"))
            runner = nil
        case .file:
            name(word)
            if let option = own.optionName, own.interpreter.endsOptions(option) {
                runner?.hasProgram = true
            }
        case .flag, .text: takeProgram(word, own, &runner, depth: depth)
        }
    }

    /// The first word that is no option.
    private mutating func takeProgram(
        _ word: ShellWords.Word, _ own: Runner, _ runner: inout Runner?, depth: Int
    ) {
        switch own.interpreter.kind {
        // Only an option names a file that they run.
        case .make, .filter: return
        case .eval: return takeText(word, depth: depth)
        case .wrapper:
            if Self.isNumber(word.text) || ShellWords.isAssignment(word.text) { return }
            name(word)
            runner = Interpreter(word.text).map { Runner(interpreter: $0, isPiped: own.isPiped) }
            return
        case .shell where own.takesText:
            takeText(word, depth: depth)
            runner?.isOver = true
            return
        case .shell, .language, .source:
            if !own.takesText, !own.hasProgram { name(word) }
        }
        // What follows are the words of the script, or other commands of a `find`.
        runner = nil
    }

    private mutating func name(_ word: ShellWords.Word) {
        if word.isExpanded { note(word.text) } else { run.append(word.text) }
    }

    private mutating func takeText(_ word: ShellWords.Word, depth: Int) {
        guard depth < Self.deepest else { return note(word.text) }
        take(ShellWords(word.text).words, depth: depth + 1)
    }

    /// What a command reads is its program where no word named one.
    private mutating func end(_ runner: Runner?) {
        guard let runner, !runner.hasProgram else { return }
        if runner.interpreter.kind == .make { runsMakefile = true }
        if runner.interpreter.readsProgram, !runner.takesText, runner.isPiped {
            note("| \(runner.interpreter.name)")
        }
    }

    private mutating func end(_ runner: inout Runner?) {
        end(runner)
        runner = nil
    }

    private mutating func note(_ text: String) {
        if !unbound.contains(text) { unbound.append(text) }
    }

    /// Such as 10 and 1.5m, which say how long or how often.
    private static func isNumber(_ word: String) -> Bool {
        word.first?.isNumber ?? false
            && word.utf8.allSatisfy { (48...57).contains($0) || "smhd.".utf8.contains($0) }
    }
}
