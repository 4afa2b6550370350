import Checks
import Fields
import LocatedYAML

/// The reference of the checklist language in Markdown, made from the fields that the decoder reads by.
package enum LanguageReference {
    /// One table of keys for each mapping of the language, then the kinds of checks.
    package static var markdown: String {
        var sections: [String] = []
        var seen: Set<String> = []
        var open = [ChecklistSchema.shape, SetFields.shape]
        while !open.isEmpty {
            let shape = open.removeFirst()
            guard seen.insert(shape.name).inserted else { continue }
            sections.append(section(shape))
            open += shape.fields.compactMap(\.shape)
        }
        return (sections + [kinds]).joined(separator: "\n")
    }

    private static func section(_ shape: Shape) -> String {
        let rows = shape.fields.map { field in
            "| `\(field.key)` | \(cell(field.words)) | \(cell(presence(field))) | \(cell(field.summary)) |"
        }
        return
            "### Keys of \(shape.name)\n\n| Key | Value | Without it | What it is |\n| --- | --- | --- | --- |\n"
            + rows.joined(separator: "\n") + "\n"
    }

    private static var kinds: String {
        let rows = CheckKinds.all.map { kind in
            "| [`\(kind.name)`](checks/\(kind.name).md) | \(cell(kind.summary)) |"
        }
        return "### Kinds of checks\n\n| Kind | What it finds out |\n| --- | --- |\n"
            + rows.joined(separator: "\n") + "\n"
    }

    private static func presence(_ field: FieldDescription) -> String {
        switch field.presence {
        case .required: return "an error"
        case .optional: return "nothing"
        case .defaults(let value): return value
        }
    }

    private static func cell(_ text: String) -> String { MarkdownCell.text(text) }
}
