import Rollout

/// What a report in Markdown says that it was made from: read out of its own last section.
struct ReportedLedger {
    let extent: LedgerExtent
    let command: ReportRecipe

    /// Nil where the text is no such report.
    init?(markdown bytes: [UInt8]) {
        // An archive may hold a report, and is none.
        guard !bytes.contains(0) else { return nil }
        let all = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard let heading = all.lastIndex(of: "## How to verify this report") else { return nil }
        let lines = Array(all[heading...])
        guard let size = Self.value(of: "Entries in the ledger", in: lines).flatMap({ Int($0) }),
            let root = Self.value(of: "Root over them (RFC 6962)", in: lines)
                .flatMap({ ContentDigest($0) }),
            let line = lines.first(where: { $0.hasPrefix("readiness report ") }),
            let command = ReportRecipe(String(line))
        else { return nil }
        extent = LedgerExtent(size: size, root: root)
        self.command = command
    }

    /// The second cell of the row that begins with a name, without its marks of code.
    private static func value(of name: String, in lines: [Substring]) -> String? {
        guard let row = lines.first(where: { $0.hasPrefix("| \(name) |") }) else { return nil }
        let cells = row.split(separator: "|").map { $0.filter { $0 != " " && $0 != "`" } }
        return cells.count == 2 ? String(cells[1]) : nil
    }
}
