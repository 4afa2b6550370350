package import LocatedYAML

/// What reading a document needs beside its nodes: the values to substitute, and where mistakes go.
package struct ReadingContext {
    /// One reference, because a context is handed on with every value that is read.
    private let storage: Storage
    /// Whether parameters that change no more than the wording may stand here.
    private var allowsWording = false

    private final class Storage {
        let parameters: [String: String]
        /// The parameters that change no more than the wording.
        let wording: Set<String>
        /// A name that hides the parameter of the same name, such as that of a `for-each`.
        let local: (name: String, value: String)?
        let unreadable: Unreadable
        let refusal: String?
        let mistakes: MistakeCollector

        init(
            parameters: [String: String], wording: Set<String>,
            local: (name: String, value: String)?, unreadable: Unreadable, refusal: String?,
            mistakes: MistakeCollector
        ) {
            self.parameters = parameters
            self.wording = wording
            self.local = local
            self.unreadable = unreadable
            self.refusal = refusal
            self.mistakes = mistakes
        }
    }

    private var parameters: [String: String] { storage.parameters }
    private var local: (name: String, value: String)? { storage.local }
    private var unreadable: Unreadable { storage.unreadable }
    private var mistakes: MistakeCollector { storage.mistakes }

    /// Why a scalar must not name parameters here; nil where it may.
    var refusal: String? { storage.refusal }

    /// Parameters that are declared, but whose value could not be told.
    ///
    /// Why is reported where they are declared, and not again wherever they are named.
    package enum Unreadable: Sendable {
        case some(Set<String>)
        /// Not even the names could be read.
        case all
    }

    /// A context without parameters.
    ///
    /// - Parameters:
    ///   - mistakes: What reading the text found already.
    ///   - budget: How many bytes of scalars may be read, counted after substitution.
    package init(_ mistakes: [Diagnostic] = [], budget: Int = ReadingContext.budget) {
        self.init(
            Storage(
                parameters: [:], wording: [], local: nil, unreadable: .some([]), refusal: nil,
                mistakes: MistakeCollector(mistakes, budget: budget)))
    }

    /// How many bytes of scalars one reading of a document may come to: 256 MiB.
    package static let budget = 256 << 20

    private init(_ storage: Storage) { self.storage = storage }

    /// A context with these parameters, whose mistakes go to the same place.
    ///
    /// - Parameters:
    ///   - parameters: The value of each.
    ///   - wording: Those of them that change no more than the wording; they may stand only where
    ///     `allowingWording` was asked for.
    ///   - unreadable: Those that have no value.
    /// - Returns: A context for what may name them.
    package func with(
        parameters: [String: String], wording: Set<String> = [], unreadable: Unreadable
    ) -> ReadingContext {
        ReadingContext(
            Storage(
                parameters: parameters, wording: wording, local: nil, unreadable: unreadable,
                refusal: refusal, mistakes: mistakes))
    }

    /// A context in which one more name has a value, whose mistakes go to the same place.
    package func with(local name: String, value: String) -> ReadingContext {
        ReadingContext(
            Storage(
                parameters: parameters, wording: storage.wording, local: (name, value),
                unreadable: unreadable, refusal: refusal, mistakes: mistakes))
    }

    /// A context in which a scalar that names a parameter is a mistake.
    package func refusingParameters(_ why: String) -> ReadingContext {
        ReadingContext(
            Storage(
                parameters: [:], wording: [], local: nil, unreadable: unreadable, refusal: why,
                mistakes: mistakes))
    }

    /// The same context for what no verdict depends on.
    package var allowingWording: ReadingContext {
        var context = self
        context.allowsWording = true
        return context
    }

    /// Whether a parameter must not stand here, because it tells no rollouts apart and would change
    /// more than the wording.
    package func refusesWording(_ parameter: String) -> Bool {
        guard !allowsWording, storage.wording.contains(parameter) else { return false }
        return local?.name != parameter
    }

    /// The value of a parameter; nil where there is none of the name, or it could not be told.
    package func value(of name: String) -> String? {
        if let local, local.name == name { return local.value }
        guard let value = parameters[name] else { return nil }
        mistakes.namedParameters.insert(name)
        return value
    }

    /// The names that have a value, sorted.
    package var names: [String] {
        (parameters.keys + (local.map { [$0.name] } ?? [])).sorted()
    }

    /// Whether a parameter that has no value is declared, so that the mistake is known already.
    package func isUnreadable(_ parameter: String) -> Bool {
        guard value(of: parameter) == nil else { return false }
        switch unreadable {
        case .some(let names): return names.contains(parameter)
        case .all: return true
        }
    }
}

extension ReadingContext {
    /// No more mistakes are taken.
    package var isFull: Bool { mistakes.isFull }

    /// How many bytes of scalars were read, counted after substitution.
    package var spent: Int { mistakes.spent }

    /// Something is wrong that keeps the document from being read.
    package var hasErrors: Bool { mistakes.hasErrors }

    /// The parameters whose values were asked for anywhere.
    package var namedParameters: Set<String> { mistakes.namedParameters }

    package var mistakeCount: Int { mistakes.count }

    /// Every mistake so far, in the order of the text.
    package var diagnostics: [Diagnostic] { mistakes.inOrder }

    /// Takes the bytes of a scalar from what may be read in all.
    ///
    /// False where nothing is left, which is reported: a short text must not stand for gigabytes.
    package func spend(_ bytes: Int, at node: YAMLNode) -> Bool {
        switch mistakes.spend(bytes) {
        case .enough: return true
        case .used: return false
        case .usedNow:
            let most = Self.budget >> 20
            report(
                "too-large",
                mistakes.budget == Self.budget
                    ? "the values add up to more than \(most) MiB after substitution"
                    : "the values of all readings add up to too much after substitution",
                fix: "split the checklist, or shorten its parameters", at: node)
            return false
        }
    }

    /// Notes that a value that is there could not be read.
    func noteUnread(_ node: YAMLNode, _ words: String) { mistakes.noteUnread(node, words) }

    /// Reports what could not be read, where nothing was reported at all.
    ///
    /// Whoever refuses a value reports why. Should one of them fail to, the value must not be
    /// taken for one that is absent.
    package func reportUnread() {
        for unread in mistakes.unexplained {
            report("unreadable", "this cannot be read as \(unread.words)", at: unread.node)
        }
    }

    /// Has no mistake repeat the lines of a node, in which a secret may stand.
    package func hideLines(of node: YAMLNode) { mistakes.hide(node) }

    /// Notes a mistake that somebody else found.
    package func take(_ mistake: Diagnostic) {
        guard !isFull else { return }
        mistakes.add(mistake) { _ in mistake }
    }

    /// Notes a mistake at a node, or at the first line of it that says what it is.
    ///
    /// The fix is made only where the mistake is shown, because looking for a near name takes time.
    package func report(
        _ code: String, _ message: String, severity: Diagnostic.Severity = .error,
        fix: @autoclosure () -> String = "", at node: YAMLNode
    ) {
        guard !isFull else { return }
        let place = node.kind == .mapping ? node.entries.first?.key.span ?? node.span : node.span
        report(code, message, severity: severity, fix: fix(), at: place, in: node.source)
    }

    /// Notes a mistake at a stretch of the text.
    package func report(
        _ code: String, _ message: String, severity: Diagnostic.Severity = .error,
        fix: @autoclosure () -> String = "", at span: SourceSpan, in source: SourceText
    ) {
        guard !isFull else { return }
        mistakes.add(source.diagnostic(severity, code, message, fix: fix(), at: span)) { count in
            source.diagnostic(
                severity, severity == .error ? "too-many-mistakes" : "too-many-warnings",
                "there are more than \(count) \(severity == .error ? "mistakes" : "warnings"); "
                    + "the others are not shown",
                fix: "mend those that are shown first", at: span)
        }
    }
}
