/// Takes the script of a shell apart into words, as far as they may name what it runs.
///
/// Every part counts, be it behind a condition or within the text of another word: too much is
/// found rather than too little.
struct ShellWords {
    /// A word, with what the shell makes of it.
    struct Word {
        var text: String
        /// The shell puts something else in its place, wholly or in part.
        var isExpanded = false
        /// It stands where the name of a program does.
        var isCommand: Bool
        /// Its command reads what another one writes.
        var isPiped = false
    }

    /// Behind these another command begins.
    private static let keywords: Set = [
        "then", "do", "else", "elif", "if", "while", "until", "!", "{",
    ]

    private(set) var words: [Word] = []
    private var scanner: Substring.UnicodeScalarView
    private var word = ""
    private var isExpanded = false
    private var isQuoted = false
    private var isCommand = true
    private var isPiped = false
    /// For each parenthesis that is open, whether a command begins behind it.
    private var open: [Bool] = []

    init(_ script: String) {
        scanner = Substring(script).unicodeScalars
        while let scalar = scanner.popFirst() { take(scalar) }
        end()
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\\":
            guard let next = scanner.popFirst(), next != "\n" else { return }
            word.unicodeScalars.append(next)
        case "'": quote { $0 == "'" }
        case "\"": doubleQuoted()
        case "$": dollar()
        case "`":
            isExpanded = true
            word += "`"
        case "*", "?", "[":
            // A test is no pattern.
            isExpanded = isExpanded || !(scalar == "[" && ["", "["].contains(word))
            word.unicodeScalars.append(scalar)
        case "#" where word.isEmpty && !isQuoted:
            while let next = scanner.first, next != "\n" { scanner.removeFirst() }
        case "{" where !word.isEmpty:
            isExpanded = true
            word += "{"
        case " ", "\t", "\r": end()
        case "\n", ";": next(piped: false)
        case "|":
            let isOr = scanner.first == "|"
            next(piped: !isOr)
        case "&":
            guard scanner.first != ">" else { return end() }
            next(piped: false)
        case "<", ">":
            end()
            if scanner.first == "&" { scanner.removeFirst() }
            if scanner.first == "(" { substitute("\(scalar)(…)") }
        case "(":
            open.append(true)
            next(piped: false)
        case ")":
            end()
            // The pattern of a case is no command.
            if open.isEmpty, let last = words.indices.last { words[last].isCommand = false }
            isCommand = open.popLast() ?? true
        default: word.unicodeScalars.append(scalar)
        }
    }

    /// What the shell puts in place of a `$`.
    private mutating func dollar() {
        isExpanded = true
        switch scanner.first {
        case "(": substitute("$(…)")
        case "{":
            word += "$"
            while let next = scanner.popFirst() {
                word.unicodeScalars.append(next)
                if next == "}" { break }
            }
        default: word += "$"
        }
    }

    /// Goes on with the commands whose output stands in place of a word.
    private mutating func substitute(_ words: String) {
        scanner.removeFirst()
        isExpanded = true
        word += words
        end()
        open.append(isCommand)
        isCommand = true
    }

    private mutating func quote(until isEnd: (Unicode.Scalar) -> Bool) {
        isQuoted = true
        while let next = scanner.popFirst(), !isEnd(next) { word.unicodeScalars.append(next) }
    }

    private mutating func doubleQuoted() {
        isQuoted = true
        while let next = scanner.popFirst(), next != "\"" {
            switch next {
            case "\\":
                guard let escaped = scanner.popFirst() else { return }
                // What a text for another shell escapes is for that one to put in.
                if escaped != "\n" { word.unicodeScalars.append(escaped) }
            case "$", "`":
                isExpanded = true
                word.unicodeScalars.append(next)
            default: word.unicodeScalars.append(next)
            }
        }
    }

    /// Ends a word, and the command that it is in.
    private mutating func next(piped: Bool) {
        end()
        isCommand = true
        isPiped = piped
    }

    private mutating func end() {
        defer { (word, isExpanded, isQuoted) = ("", false, false) }
        guard !word.isEmpty else { return }
        // The folder that a shell is in is the one that the command runs in.
        for here in ["$PWD/", "${PWD}/"] where word.hasPrefix(here) {
            word = "./" + word.dropFirst(here.count)
            isExpanded = word.contains { "$`*?[".contains($0) }
        }
        words.append(
            Word(text: word, isExpanded: isExpanded, isCommand: isCommand, isPiped: isPiped))
        isCommand =
            isCommand && !isQuoted && (Self.keywords.contains(word) || Self.isAssignment(word))
    }

    /// Such as `A=b`, which may stand before the name of a program.
    static func isAssignment(_ word: String) -> Bool {
        guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return false }
        let name = word.utf8[..<equals]
        return !name.isEmpty
            && name.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || byte == 95
                    || (97...122).contains(byte)
            }
    }
}
