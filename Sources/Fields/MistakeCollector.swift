import LocatedYAML

/// The mistakes of one reading in the order in which they were found, each once.
package final class MistakeCollector {
    /// As many errors as are shown, and as many warnings; what is found after that many errors is
    /// not looked at closer.
    package static let most = 100

    /// What is left after some bytes were taken from a budget.
    enum Spending {
        case enough
        /// Nothing is left, for the first time.
        case usedNow
        case used
    }

    let budget: Int
    private(set) var spent = 0
    private var found: [Diagnostic]
    private var errors: Int
    private var warnings: Int
    private var seen: Set<Diagnostic>
    /// The parameters that were named anywhere.
    var namedParameters: Set<String> = []
    /// The lines in which secrets stand, by the path of their text.
    private var hidden: [String: [ClosedRange<Int>]] = [:]
    private var unread: [(node: YAMLNode, words: String)] = []

    init(_ found: [Diagnostic], budget: Int) {
        self.found = found
        self.budget = budget
        errors = found.count { $0.severity == .error }
        warnings = found.count - errors
        seen = Set(found)
    }

    var count: Int { found.count }

    /// No more mistakes are taken.
    var isFull: Bool { errors > Self.most }

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// In the order of the text; a line in which a secret stands is repeated by none of them.
    var inOrder: [Diagnostic] {
        found.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map { _, mistake in
                let lines = hidden[mistake.path] ?? []
                return lines.contains { $0.contains(mistake.start.line) }
                    ? mistake.withoutLine : mistake
            }
    }

    /// Has no mistake repeat the lines of a node.
    func hide(_ node: YAMLNode) {
        let (start, end) = (node.span.start, max(node.span.start, node.span.end))
        let first = node.source.position(at: start).line
        hidden[node.source.path, default: []].append(
            first...node.source.position(at: end).line)
    }

    /// Values that could not be read, where no error says why.
    var unexplained: [(node: YAMLNode, words: String)] {
        hasErrors ? [] : unread
    }

    func spend(_ bytes: Int) -> Spending {
        guard spent <= budget else { return .used }
        spent += bytes
        return spent <= budget ? .enough : .usedNow
    }

    func noteUnread(_ node: YAMLNode, _ words: String) {
        guard unread.count < Self.most else { return }
        unread.append((node, words))
    }

    /// Takes a mistake that was not seen yet, or what says that there are too many of its severity.
    ///
    /// Warnings are counted apart: however many there are, the text can be used.
    func add(_ mistake: Diagnostic, tooMany: (_ shown: Int) -> Diagnostic) {
        let count = mistake.severity == .error ? errors : warnings
        guard !isFull, count <= Self.most else { return }
        if count == Self.most {
            append(tooMany(Self.most))
        } else if seen.insert(mistake).inserted {
            append(mistake)
        }
    }

    private func append(_ mistake: Diagnostic) {
        found.append(mistake)
        if mistake.severity == .error { errors += 1 } else { warnings += 1 }
    }
}
