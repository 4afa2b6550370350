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

    /// - Parameters:
    ///   - single: The check as it was tried.
    ///   - seen: What it saw; nil where it could not look.
    init(_ single: SingleCheck, _ seen: Sighting?) {
        self.single = single
        self.seen = seen
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

    /// What stands under `check`, line by line.
    private var check: [String] {
        let options = seen?.options ?? [:]
        var lines = ["\(single.check.definition.kind):"]
        for entry in single.node.entries.first?.value.entries ?? []
        where options[entry.key.text] == nil {
            lines.append("  \(Self.flow(entry.key)): \(Self.flow(entry.value))")
        }
        for field in single.check.kind.shape.fields {
            guard let value = options[field.key] else { continue }
            lines.append("  \(field.key): \(Self.flow(value))")
        }
        return lines
    }

    /// Why the step would not be met by what was just seen; nil where it would be.
    var doubt: String? {
        guard let seen else { return "nothing was seen" }
        let (again, mistakes) = SingleCheck.read(
            Array(check.joined(separator: "\n").utf8), name: "step")
        guard let again, let outcome = seen.outcome(again.check.check) else {
            return mistakes.first.map { VisibleText.line($0.message) } ?? "it cannot be read"
        }
        return outcome.outcome == .met
            ? nil : VisibleText.line(CheckWording.reason(of: outcome))
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
