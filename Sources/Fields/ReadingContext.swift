package import LocatedYAML

/// What reading a document needs beside its nodes: the values to substitute, and where mistakes go.
package struct ReadingContext {
    /// The value of each parameter that `${name}` may name.
    package let parameters: [String: String]
    private let unreadable: Unreadable
    private let collector: Collector

    /// Mistakes in the order in which they were found, each once.
    private final class Collector {
        var found: [Diagnostic] = []
        var seen: Set<Diagnostic> = []
        var unread: [(node: YAMLNode, words: String)] = []
        /// Bytes of scalars that may still be read, counted after substitution.
        var budget = 256 << 20
    }

    /// As many mistakes as are shown; what is found after them is not looked at closer.
    private static let mostMistakes = 100

    /// No more mistakes are taken.
    package var isFull: Bool { collector.found.count > Self.mostMistakes }

    /// Takes the bytes of a scalar from what may be read in all.
    ///
    /// False where nothing is left, which is reported: a short text must not stand for gigabytes.
    func spend(_ bytes: Int, at node: YAMLNode) -> Bool {
        guard collector.budget >= 0 else { return false }
        collector.budget -= bytes
        guard collector.budget < 0 else { return true }
        report(
            "too-large", "the values add up to more than 256 MiB after substitution",
            fix: "split the checklist, or shorten its parameters", at: node)
        return false
    }

    /// Parameters that are declared, but whose value could not be told.
    ///
    /// Why is reported where they are declared, and not again wherever they are named.
    package enum Unreadable: Sendable {
        case some(Set<String>)
        /// Not even the names could be read.
        case all
    }

    package init(parameters: [String: String] = [:]) {
        self.init(parameters: parameters, unreadable: .some([]), collector: Collector())
    }

    /// A context without parameters that begins with the mistakes that reading the text found.
    package init(_ mistakes: [Diagnostic]) {
        self.init()
        collector.found = mistakes
        collector.seen = Set(mistakes)
    }

    private init(parameters: [String: String], unreadable: Unreadable, collector: Collector) {
        self.parameters = parameters
        self.unreadable = unreadable
        self.collector = collector
    }

    /// A context with more parameters, whose mistakes go to the same place.
    package func adding(_ parameters: [String: String], unreadable: Unreadable? = nil)
        -> ReadingContext
    {
        ReadingContext(
            parameters: self.parameters.merging(parameters) { _, new in new },
            unreadable: unreadable ?? self.unreadable, collector: collector)
    }

    /// Whether a parameter that has no value is declared, so that the mistake is known already.
    package func isUnreadable(_ parameter: String) -> Bool {
        guard parameters[parameter] == nil else { return false }
        switch unreadable {
        case .some(let names): return names.contains(parameter)
        case .all: return true
        }
    }

    /// Notes that a value that is there could not be read.
    func noteUnread(_ node: YAMLNode, _ words: String) {
        collector.unread.append((node, words))
    }

    /// Reports what could not be read, where nothing was reported at all.
    ///
    /// Whoever refuses a value reports why. Should one of them fail to, the value must not be
    /// taken for one that is absent.
    package func reportUnread() {
        guard !collector.found.contains(where: { $0.severity == .error }) else { return }
        for unread in collector.unread {
            report("unreadable", "this cannot be read as \(unread.words)", at: unread.node)
        }
    }

    /// Every mistake so far, in the order of the text.
    package var diagnostics: [Diagnostic] {
        collector.found.enumerated()
            .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }

    /// Notes a mistake at a node, or at the first line of it that says what it is.
    package func report(
        _ code: String, _ message: String, severity: Diagnostic.Severity = .error, fix: String = "",
        at node: YAMLNode
    ) {
        let place = node.kind == .mapping ? node.entries.first?.key.span ?? node.span : node.span
        report(code, message, severity: severity, fix: fix, at: place, in: node.source)
    }

    /// Notes a mistake at a stretch of the text.
    package func report(
        _ code: String, _ message: String, severity: Diagnostic.Severity = .error, fix: String = "",
        at span: SourceSpan, in source: SourceText
    ) {
        guard !isFull else { return }
        if collector.found.count == Self.mostMistakes {
            collector.found.append(
                source.diagnostic(
                    .error, "too-many-mistakes",
                    "there are more than \(Self.mostMistakes) mistakes; the others are not shown",
                    fix: "mend those that are shown first", at: span))
            return
        }
        let diagnostic = source.diagnostic(severity, code, message, fix: fix, at: span)
        if collector.seen.insert(diagnostic).inserted { collector.found.append(diagnostic) }
    }
}
