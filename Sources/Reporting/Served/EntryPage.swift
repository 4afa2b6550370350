import CanonicalJSON
package import Rollout

/// One entry of the log with what proves it.
package enum EntryPage {
    /// `receipt` is nil where nothing that was signed has the entry yet; `key` is the log's public one.
    package static func html(_ entry: Entry, receipt: String?, key: String, size: Int) -> String {
        let statement = entry.statement
        var document = Document()
        document.heading(1, "Entry \(entry.sequence)")
        document.paragraph("\(StatementWording.words(statement, .utc))")
        document.list([
            "\(strong: "Recorded") \(LocalTime.utc(entry.recordedAt)), made \(LocalTime.utc(statement.madeAt))",
            "\(strong: "By") \(EntryTable.author(entry)): \(AuthenticationWording.detail(entry.authentication)). \(AuthenticationWording.meaning(entry.authentication))",
            "\(strong: "About") \(EntryTable.about(statement))\(place(statement))",
            "\(strong: "Text") \(code: statement.checklist.description)",
            "\(strong: "Leaf of the tree") \(code: entry.digest.description)",
        ])
        document.heading(2, "The statement")
        let text = indented(statement)
        if text.utf8.count > longText {
            document.details("All of it (\(text.utf8.count) bytes)") {
                $0.code(text, language: "json")
            }
        } else {
            document.code(text, language: "json")
        }
        if let signature = entry.signature { document.code(signature, language: "") }
        document.heading(2, "The proof that it is in the log")
        if let receipt {
            if receipt.utf8.count > longText {
                document.details("The receipt (\(receipt.utf8.count) bytes)") {
                    $0.code(receipt, language: "")
                }
            } else {
                document.code(receipt, language: "")
            }
            proof(entry, key, to: &document)
        } else {
            document.paragraph("It is newer than what was signed last. Look again in a moment.")
        }
        return ServedPage.html(
            title: "Entry \(entry.sequence)", at: .log, document, size: size)
    }

    /// Longer statements, of which most are the texts of checklists, are folded.
    private static let longText = 3000

    private static func proof(_ entry: Entry, _ key: String, to document: inout Document) {
        document.list([
            "The line behind \(code: "extra") is the entry in base64, byte for byte. SHA-256 of a zero byte and these bytes is the leaf.",
            "The hashes behind \(code: "index") lead from the leaf to the root, the third line of the checkpoint below them (\("c2sp.org/tlog-proof" as Inline)).",
            "The checkpoint is signed by the log, whose key is \(code: key). Compare it with one that you were told by another way.",
            "\("This receipt as a file" as Inline, file: "/api/entries/\(entry.sequence)/receipt") is what \(code: "readiness receipt \(entry.sequence)") makes from a copy that was verified.",
        ])
    }

    private static func place(_ statement: Statement) -> Inline {
        statement.rollout.place.isEmpty ? "" : " at \(code: statement.rollout.place)"
    }

    /// The statement with a member on each line.
    private static func indented(_ statement: Statement) -> String {
        guard let value = try? JSONValue(jsonBytes: statement.canonicalBytes) else {
            return String(decoding: statement.canonicalBytes, as: UTF8.self)
        }
        return value.prettyText
    }
}
