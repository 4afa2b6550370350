import CanonicalJSON
import Characters
import ChecklistDecoding
import Checks
import Fields
import LocatedYAML
import Reporting
import Rollout

/// A step in YAML that expects what was just seen.
struct SeenStep {
    private let single: SingleCheck
    private let seen: Sighting?
    /// The names of the options that were given and are left out.
    private var dropped: Set<String> = []

    /// - Parameters:
    ///   - single: The check as it was tried.
    ///   - seen: What it saw; nil where it could not look.
    init(_ single: SingleCheck, _ seen: Sighting?) {
        self.single = single
        self.seen = seen
        let optional = single.check.kind.shape.fields.filter { $0.presence != .required }.map(\.key)
        let keys = given.map(\.key.text).filter {
            optional.contains($0) && seen?.options[$0] == nil
        }
        dropped = Self.contradicting(keys) { Self.read(lines(without: $0)).check == nil }
    }

    var text: String {
        let definition = single.check.definition
        let lines = [
            "- id: \(definition.kind)-check",
            "  title: \(Self.quoted("\(definition.kind) \(definition.subject)"))",
            "  role: ROLE", "  due: PHASE", "  check:",
        ]
        return (lines + check.map { "    \($0)" }).joined(separator: "\n") + "\n"
    }

    /// What stands under `check`, line by line, without what was given and contradicts what was seen.
    private var check: [String] { lines(without: dropped) }

    private func lines(without dropped: Set<String>) -> [String] {
        let options = seen?.options ?? [:]
        var lines = ["\(single.check.definition.kind):"]
        for entry in given where options[entry.key.text] == nil && !dropped.contains(entry.key.text)
        {
            lines.append("  \(Self.flow(entry.key)): \(Self.flow(entry.value))")
        }
        for field in single.check.kind.shape.fields {
            guard let value = options[field.key] else { continue }
            lines.append("  \(field.key): \(Self.flow(value))")
        }
        return lines
    }

    /// The options as they were given.
    private var given: [(key: YAMLNode, value: YAMLNode)] {
        (single.node.entries.first?.value.entries ?? []).map { ($0.key, $0.value) }
    }

    /// What was given that cannot stand beside what was seen, such as an expected value of what is not
    /// there; as little as will do.
    private static func contradicting(
        _ keys: [String], _ mistakes: (Set<String>) -> Bool
    ) -> Set<String> {
        guard mistakes([]) else { return [] }
        var dropped = Set(keys)
        guard !mistakes(dropped) else { return [] }
        for key in keys where !mistakes(dropped.subtracting([key])) { dropped.remove(key) }
        return dropped
    }

    /// What the step does not say, each in a sentence.
    var notes: [String] {
        guard let seen else { return [] }
        let options = seen.options
        var notes = dropped.sorted().map {
            "The step leaves \"\($0)\" out, which cannot stand beside what was just seen."
        }
        for entry in given {
            guard let value = options[entry.key.text].map(Self.flow),
                ![entry.value.text, Self.literal(entry.value.text)].contains(value)
            else { continue }
            notes.append(
                "The step has for \"\(entry.key.text)\" what was just seen in place of what was"
                    + " given.")
        }
        notes += seen.unsaid.map { "The step does not expect \($0)." }
        if options.isEmpty {
            notes.append(
                "The step expects only what was given: nothing that was just seen was put into an"
                    + " option of \(single.check.definition.kind).")
        }
        return notes.map(VisibleText.line)
    }

    /// Why the step would not be met by what was just seen; nil where it would be.
    var doubt: String? {
        guard let seen else { return "nothing was seen" }
        let (again, mistakes) = Self.read(check)
        guard let again, let outcome = seen.outcome(again.check.check) else {
            return mistakes.first.map { VisibleText.line($0.message) } ?? "it cannot be read"
        }
        return outcome.outcome == .met
            ? nil : VisibleText.line(CheckWording.reason(of: outcome))
    }

    private static func read(_ lines: [String]) -> (check: SingleCheck?, mistakes: [Diagnostic]) {
        SingleCheck.read(Array(lines.joined(separator: "\n").utf8), name: "step")
    }

    private static func flow(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar:
            let isSafe = node.text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "._/+-".utf8.contains(byte)
            }
            // Its parameters stand as they were given.
            return node.isPlain && isSafe && !node.text.isEmpty || node.isNothing
                ? node.text : literal(node.text)
        case .sequence: return "[\(node.items.map(flow).joined(separator: ", "))]"
        case .mapping:
            let members = node.entries.map { "\(flow($0.key)): \(flow($0.value))" }
            return "{\(members.joined(separator: ", "))}"
        }
    }

    private static func flow(_ value: TypedValue) -> String {
        switch value {
        case .text(let text): return quoted(text)
        case .number(let number): return number.description
        case .boolean(let value): return "\(value)"
        case .list(let items): return "[\(items.map(flow).joined(separator: ", "))]"
        case .object(let members):
            let all = members.map { "\(quoted($0.key)): \(flow($0.value))" }
            return "{\(all.joined(separator: ", "))}"
        default: return "null"
        }
    }

    /// In double quotes, which YAML reads as JSON does; `${` stands for itself.
    private static func quoted(_ text: String) -> String {
        literal(text.replacing("${", with: "$${"))
    }

    /// A text in double quotes, in which what cannot be seen is an escape.
    private static func literal(_ text: String) -> String {
        JSONValue.string(text).canonicalText.unicodeScalars.map { scalar in
            guard VisibleText.isHidden(scalar) else { return String(scalar) }
            let isWide = scalar.value > 0xFFFF
            return (isWide ? "\\U" : "\\u")
                + Hexadecimal.padded(scalar.value, to: isWide ? 8 : 4)
        }.joined()
    }
}
