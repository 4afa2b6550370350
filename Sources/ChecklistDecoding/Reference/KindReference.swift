package import Checks
import Fields

/// What is to be known of the kinds of checks, for a terminal and for their pages.
package enum KindReference {
    /// One line for each kind.
    package static var list: String {
        let width = CheckKinds.all.map(\.name.utf8.count).max() ?? 0
        return CheckKinds.all.map { kind in
            let blanks = String(repeating: " ", count: width - kind.name.utf8.count)
            return "\(kind.name)\(blanks)  \(kind.summary)\n"
        }.joined()
    }

    /// All about one kind, in plain text.
    package static func text(of kind: CheckKind) -> String {
        var text = "\(kind.name): \(kind.summary)\n"
        if kind.needsTrust { text += "It is carried out only for a checklist that is trusted.\n" }
        for shape in shapes(of: kind) {
            text += "\n\(shape.title)\n"
            for field in shape.fields {
                text += "  \(field.key)  (\(field.words))\n"
                text += "      \(field.summary)\(presence(field))\n"
            }
        }
        text += "\nFacts\n"
        for fact in kind.facts { text += "  \(fact.name)  \(fact.summary)\n" }
        text += "\nExamples\n"
        for line in kind.example.split(separator: "\n") { text += "  \(line)\n" }
        return text
    }

    /// The same in Markdown, for the page of the kind.
    package static func markdown(of kind: CheckKind) -> String {
        var text = "\(kind.summary)\n\n```yaml\ncheck:\n"
        for line in kind.example.split(separator: "\n") { text += "  \(line)\n" }
        text += "```\n"
        for shape in shapes(of: kind) {
            text += "\n| \(shape.title) | Value | Meaning |\n| --- | --- | --- |\n"
            for field in shape.fields {
                text += "| `\(field.key)` | \(words(field)) | "
                text += "\(MarkdownCell.text(field.summary + presence(field))) |\n"
            }
        }
        text += "\n| Fact | What it is |\n| --- | --- |\n"
        for fact in kind.facts {
            text += "| `\(fact.name)` | \(MarkdownCell.text(fact.summary)) |\n"
        }
        return text
    }

    /// The options, and each mapping that they are made of, once.
    private static func shapes(
        of kind: CheckKind
    ) -> [(title: String, fields: [FieldDescription])] {
        var shapes = [(title: "Option", fields: kind.shape.fields)]
        var seen: Set<String> = []
        var open = kind.shape.fields.compactMap(\.shape)
        while !open.isEmpty {
            let shape = open.removeFirst()
            guard !isExpectation(shape), seen.insert(shape.name).inserted else { continue }
            shapes.append(("Key of \(shape.name)", shape.fields))
            open += shape.fields.compactMap(\.shape)
        }
        return shapes
    }

    /// The words of expectations are the same everywhere, and stand on a page of their own.
    private static func isExpectation(_ shape: Shape) -> Bool {
        shape.name.hasPrefix("an expectation of ")
    }

    private static func words(_ field: FieldDescription) -> String {
        let words = MarkdownCell.text(field.words)
        return field.shape.map(isExpectation) ?? false
            ? words.replacing("an expectation", with: "an [expectation](expectations.md)") : words
    }

    private static func presence(_ field: FieldDescription) -> String {
        switch field.presence {
        case .required: return " Required."
        case .optional: return ""
        case .defaults(let value): return " Default: \(value)."
        }
    }
}

/// Text that stands in a cell of a table.
enum MarkdownCell {
    static func text(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("<", with: "&lt;")
    }
}
