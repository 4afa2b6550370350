package import Rollout

/// The log of a server: what was signed last, who witnessed it, and its entries, the newest first.
package enum LogPage {
    /// What the log signed last, as texts.
    package struct Signed: Sendable {
        let key: String
        let checkpoint: String
        /// How many entries the ledger has by it.
        let size: Int

        package init(key: String, checkpoint: String, size: Int) {
            self.key = key
            self.checkpoint = checkpoint
            self.size = size
        }
    }

    /// A sentence on each witness; `older` is the number before which the next page begins.
    package static func html(
        _ signed: Signed, witnesses: [String], entries: [Entry], older: Int?
    ) -> String {
        var document = Document()
        document.heading(1, "Log: \(Prose.count(signed.size, "entry", "entries"))")
        document.paragraph(
            "Every entry is a leaf of a Merkle tree. Whoever keeps a checkpoint can show later that nothing before it was removed or changed."
        )
        EntryTable.write(entries, in: .utc, to: &document)
        if let older {
            document.paragraph("\("Older entries" as Inline, file: "/log?before=\(older)")")
        }
        document.heading(2, "What was signed last")
        document.code(signed.checkpoint, language: "")
        document.paragraph("The public key of the log: \(code: signed.key)")
        document.list(
            witnesses.isEmpty
                ? [
                    "No witness is asked: who keeps the ledger and its key could show others another log."
                ]
                : witnesses.map { "\($0)" })
        return ServedPage.html(title: "Log", at: .log, document, size: signed.size)
    }
}
