/// The script of a shell that has nothing but plain words, and commands one behind the other.
///
/// Whatever else a shell knows, such as variables, patterns, groups, redirections and loops, makes it
/// another script, of which nobody but the shell can say what it runs.
enum PlainScript {
    /// The words of its commands; nil for any other script.
    static func commands(of script: String) -> [[String]]? {
        var commands: [[String]] = [[]]
        var word: String?
        var rest = Substring(script).unicodeScalars
        while let scalar = rest.popFirst() {
            switch scalar {
            case "'", "\"":
                guard let end = rest.firstIndex(of: scalar) else { return nil }
                let inner = rest[..<end]
                rest = rest[rest.index(after: end)...]
                if inner.contains(where: { "$`".unicodeScalars.contains($0) }) { return nil }
                if scalar == "\"", inner.contains("\\") { return nil }
                word = (word ?? "") + String(inner)
            case " ", "\t", "\n", ";", "|", "&":
                if let word {
                    // The words that trust is tied to have no empty ones among them.
                    guard !word.isEmpty else { return nil }
                    commands[commands.count - 1].append(word)
                }
                word = nil
                if scalar == " " || scalar == "\t" { continue }
                if scalar == "&" { guard rest.popFirst() == "&" else { return nil } }
                commands.append([])
            default:
                guard isPlain(scalar) else { return nil }
                word = (word ?? "") + String(scalar)
            }
        }
        if let word {
            guard !word.isEmpty else { return nil }
            commands[commands.count - 1].append(word)
        }
        return commands.filter { !$0.isEmpty }
    }

    /// The shell makes nothing else of it.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if "\\$`<>(){}*?[]~!#".unicodeScalars.contains(scalar) { return false }
        return !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
    }
}
