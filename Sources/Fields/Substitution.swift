package import LocatedYAML

/// Replaces `${name}` in the text of a scalar by the value of a parameter; `$${` stands for `${` itself.
///
/// The result is text: it is never read as YAML again, and a value is not searched for further names.
package enum Substitution {
    /// Nil where the text names something that is not a parameter; the mistake is then reported.
    package static func text(of node: YAMLNode, in context: ReadingContext) -> String? {
        let text = node.text
        guard context.spend(text.utf8.count, at: node) else { return nil }
        guard node.hasByte(UInt8(ascii: "$")) else { return text }
        let template = Template(node)
        let filled = template.filled { name, span in
            if let refusal = context.refusal {
                context.report("substitution", refusal, fix: keepFix, at: span(), in: node.source)
                return nil
            }
            guard let value = context.value(of: name) else {
                reportUnknown(name, node, span, in: context)
                return nil
            }
            if context.refusesWording(name) {
                context.report(
                    "wording-scope",
                    "\"\(name)\" cannot stand here, because its scope is wording: it may change "
                        + "titles, texts and the options of checks, and nothing that is judged",
                    fix: "remove \"scope: wording\" where the parameter is declared, or write the "
                        + "value out",
                    at: span(), in: node.source)
                return nil
            }
            return context.spend(value.utf8.count, at: node) ? value : nil
        }
        return template.isClosed(in: context) ? filled : nil
    }

    /// Reports a name that is no parameter, unless why it has no value is known already.
    package static func reportUnknown(
        _ name: String, _ node: YAMLNode, _ span: () -> SourceSpan, in context: ReadingContext,
        among names: [String]? = nil
    ) {
        guard !context.isUnreadable(name), !context.isFull else { return }
        context.report(
            "unknown-parameter", "there is no parameter \"\(name)\"",
            fix: NearestName.suggestion(for: name, among: names ?? context.names)
                ?? "declare it under parameters, or write $${ for the characters themselves",
            at: span(), in: node.source)
    }

    private static let keepFix = "write the value out, or $${ for the characters themselves"
}

extension YAMLNode {
    /// Nothing was written, or one of the words that YAML has for it, without quotes.
    package var isNothing: Bool {
        isPlain && textCount <= 4 && ["", "~", "null", "Null", "NULL"].contains { hasText($0) }
    }

    /// A key as it stands, which is not substituted in; nil where it names a parameter.
    func withoutParameters(_ context: ReadingContext) -> YAMLNode? {
        guard hasByte(UInt8(ascii: "$")), text.contains("${") else { return self }
        context.report(
            "substitution", "a key cannot name a parameter",
            fix: "write the key out; ${name} works in values", at: self)
        return nil
    }
}
