/// The words of a command, as far as they may name files that it runs.
struct CommandWords {
    /// Words that are no options, in their order, as a shell takes them apart.
    let words: [String]
    /// What stands within options, such as `j.rb` in `-rj.rb` and `h.js` in `--require=./h.js`.
    let inOptions: [String]
    /// Modules of Python that are run by their name.
    let modules: [String]

    /// What parts the words of a script of a shell, beside quotation marks.
    private static let parting = Set(" \t\n\r;|&<>(){}`,")

    /// The words of a list of arguments.
    init(arguments: [String]) { self.init(arguments) }

    /// The words of a script of a shell.
    init(script: String) {
        var words: [String] = []
        var word = ""
        var quote: Character?
        var isEscaped = false
        for character in script {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            } else if quote == nil, Self.parting.contains(character) {
                words.append(word)
                word = ""
            } else {
                word.append(character)
            }
        }
        self.init(words + [word])
    }

    private init(_ all: [String]) {
        // The folder that a shell is in is the one that the command runs in.
        let all = all.filter { !$0.isEmpty }.map { word in
            ["$PWD/", "${PWD}/"].first { word.hasPrefix($0) }
                .map { "./" + word.dropFirst($0.count) } ?? word
        }
        words = all.filter { !$0.hasPrefix("-") }
        inOptions = all.filter { $0.hasPrefix("-") }.map { option in
            option.firstIndex(of: "=").map { String(option[option.index(after: $0)...]) }
                ?? String(option.dropFirst(2))
        }
        modules = zip(all, all.dropFirst()).filter { $0.0 == "-m" }.map {
            $0.1.replacing(".", with: "/")
        }
    }
}
