import Characters

/// Writes words for a POSIX shell.
package enum ShellWord {
    /// The words of a command on one line.
    package static func line(_ words: [String]) -> String {
        words.map(quoted).joined(separator: " ")
    }

    /// The word as the shell reads it back, byte for byte.
    ///
    /// What cannot be seen is written by `printf` in octal, so that nothing hides in a command
    /// that people copy.
    package static func quoted(_ word: String) -> String {
        guard !word.isEmpty else { return "''" }
        if word.utf8.allSatisfy(isPlain) { return word }
        var quoted = "'"
        for scalar in word.unicodeScalars {
            switch scalar {
            case "'": quoted += "'\\''"
            case "\n": quoted.unicodeScalars.append(scalar)
            case _ where VisibleText.isHidden(scalar):
                let octal = String(scalar).utf8.map { byte in
                    let digits = String(byte, radix: 8)
                    return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
                }
                quoted += "'\"$(printf '\(octal.joined())')\"'"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "'"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return "-_./:=@%+,".utf8.contains(byte)
        }
    }
}
