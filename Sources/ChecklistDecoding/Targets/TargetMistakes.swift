import Fields
import LocatedYAML
import Rollout

/// The mistakes of all targets of a checklist, each once.
struct TargetMistakes {
    private var found: [Diagnostic] = []
    /// The targets that each mistake was found for.
    private var targets: [Diagnostic: [TargetID]] = [:]
    private var count = 0

    /// Adds what was found when the checklist was read for a target.
    mutating func add(_ diagnostics: [Diagnostic], for target: TargetID) {
        count += 1
        for diagnostic in diagnostics {
            if targets[diagnostic] == nil { found.append(diagnostic) }
            targets[diagnostic, default: []].append(target)
        }
    }

    /// In the order of the text; what is only so for some targets says for which.
    ///
    /// - Parameter most: How many are shown; each reading was cut there, so that more tell little.
    /// - Returns: Each once.
    func all(most: Int = MistakeCollector.most + 1) -> [Diagnostic] {
        let sorted = found.enumerated().sorted {
            ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
        }
        // What keeps the text from being read is never cut off by what does not.
        var left = max(0, most - found.count { $0.severity == .error })
        let shown = sorted.filter { _, mistake in
            if mistake.severity == .error { return true }
            left -= 1
            return left >= 0
        }
        return shown.prefix(most).map { said($0.element) }
    }

    private func said(_ diagnostic: Diagnostic) -> Diagnostic {
        let names = targets[diagnostic, default: []]
        guard names.count < count, let last = names.last else { return diagnostic }
        let quoted = names.dropLast().map { "\"\($0)\"" }.joined(separator: ", ")
        let listed =
            names.count == 1
            ? "for the target \"\(last)\"" : "for the targets \(quoted) and \"\(last)\""
        return Diagnostic(
            severity: diagnostic.severity, code: diagnostic.code,
            message: "\(diagnostic.message), \(listed)", fix: diagnostic.fix,
            path: diagnostic.path, start: diagnostic.start, end: diagnostic.end,
            line: diagnostic.line, lineColumn: diagnostic.lineColumn, usedAt: diagnostic.usedAt)
    }
}
