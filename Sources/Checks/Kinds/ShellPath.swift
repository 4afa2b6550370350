/// Paths as a shell expands them, which a file check takes as they stand.
///
/// A file of such a name is hardly ever there, so that a check that wants nothing there would
/// always be met.
enum ShellPath {
    /// What is wrong with a path, and what to write instead; nil for a path as it stands.
    static func mistake(in path: String) -> (message: String, fix: String)? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.hasPrefix("~") {
            let rest = parts.dropFirst().map { "/\($0)" }.joined()
            return (
                "\"~\" is no folder here: nothing expands it, so that this would always be met",
                "write the folder out, such as /home/NAME\(rest)"
            )
        }
        if let variable = parts.first(where: { $0.hasPrefix("$") && $0.utf8.count > 1 }) {
            return (
                "\"\(variable)\" is no variable here: nothing expands it, so that this would always "
                    + "be met",
                "write its value out, or declare a parameter and name it as ${NAME}"
            )
        }
        guard parts.contains(where: isPattern) else { return nil }
        return (
            "\"\(path)\" is one file here and no pattern, so that this would always be met",
            "write one check for each file, or a command check that lists what is there"
        )
    }

    /// `*`, `?`, one of `[0-9]`, or one of `{a,b}`.
    private static func isPattern(_ part: Substring) -> Bool {
        func isBetween(_ open: Character, _ close: Character, _ inner: Character?) -> Bool {
            guard let start = part.firstIndex(of: open),
                let end = part[start...].firstIndex(of: close)
            else { return false }
            return inner.map { part[start..<end].contains($0) } ?? true
        }
        return part.contains("*") || part.contains("?") || isBetween("[", "]", nil)
            || isBetween("{", "}", ",")
    }
}
