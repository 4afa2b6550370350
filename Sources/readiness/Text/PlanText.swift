import Characters
import Importing
import Operations
import Reporting
import Rollout

/// What a plan in a sheet came to, for people.
enum PlanText {
    /// Where the table begins, and what each column was taken for.
    static func columns(_ source: TableSource) -> String {
        let (table, mapping) = (source.table, source.mapping)
        let known = Dictionary(mapping.columns.map { ($1, $0.rawValue) }) { one, _ in one }
        let last = max(mapping.headings.count, (known.keys.max() ?? -1) + 1)
        let columns = (0..<last).map { place in
            let heading = place < mapping.headings.count ? mapping.headings[place] : ""
            return "\(TableMistake.letters(place)) \"\(heading)\": \(known[place] ?? "not used")"
        }
        let sheet = table.sheet.isEmpty ? "" : ", sheet \(table.sheet)"
        let rows = mapping.second.map { "rows \(mapping.row) and \($0)" } ?? "row \(mapping.row)"
        let lines =
            ["\(source.path)\(sheet), headings in \(rows): \(columns.joined(separator: ", "))"]
            + remarks(table, mapping)
        return lines.map { VisibleText.line($0) }.joined(separator: "\n")
    }

    /// What somebody who looks at the sheet may not expect.
    private static func remarks(_ table: Table, _ mapping: ColumnMapping) -> [String] {
        var remarks: [String] = []
        let above = table.rows.prefix { $0.number < mapping.row }.map { "\($0.number)" }
        if !above.isEmpty { remarks.append("Above the headings, and not read: \(row(above)).") }
        if !mapping.repeated.isEmpty {
            remarks.append(
                "The headings again, and not read: \(row(mapping.repeated.map { "\($0)" })).")
        }
        let hidden = table.hiddenRows.filter { $0 > mapping.row }.map { "\($0)" }
        if !hidden.isEmpty { remarks.append("Hidden, and read all the same: \(row(hidden)).") }
        let columns = table.hiddenColumns.filter(mapping.columns.values.contains)
        if !columns.isEmpty {
            let letters = columns.map(TableMistake.letters)
            remarks.append(
                "Hidden, and read all the same: \(letters.count == 1 ? "column" : "columns") \(Prose.list(letters, "and"))."
            )
        }
        if !table.others.isEmpty {
            remarks.append(
                "Other sheets, which --sheet names: \(Prose.list(table.others.map { "\"\($0)\"" }, "and"))."
            )
        }
        if !table.hiddenSheets.isEmpty {
            remarks.append(
                "Hidden sheets, which --sheet names: \(Prose.list(table.hiddenSheets.map { "\"\($0)\"" }, "and"))."
            )
        }
        return remarks
    }

    private static func row(_ numbers: [String]) -> String {
        "\(numbers.count == 1 ? "row" : "rows") \(Prose.list(numbers, "and"))"
    }

    /// What an edited sheet does to its checklist.
    static func text(_ outcome: EditPlan.Outcome, path: String) -> String {
        var text = ImportText.difference(outcome.difference)
        text += claims(outcome.claims, path).map { VisibleText.line("  \($0)") + "\n" }.joined()
        if !outcome.strangers.isEmpty {
            let steps = Prose.list(outcome.strangers.map(\.text), "and")
            text +=
                VisibleText.line(
                    "  Beside \(steps) the sheet has the members of another role than the step's own, which "
                        + "changes nothing: who signs is said by the role.") + "\n"
        }
        if !outcome.missing.isEmpty {
            let steps = Prose.list(outcome.missing, "and")
            text +=
                VisibleText.line(
                    "  The sheet has no row of \(steps): left as before. A step is taken out of the "
                        + "checklist by hand.") + "\n"
        }
        if !outcome.mistakes.isEmpty {
            text += "  Changed, it would be wrong. It was left as it is:\n"
            text += outcome.mistakes.map { DiagnosticText.render($0) + "\n" }.joined()
        } else if outcome.difference.isEmpty {
            text +=
                outcome.missing.isEmpty
                ? "  The sheet says what the checklist says.\n"
                : "  Its other rows say what the checklist says.\n"
        } else {
            text += outcome.isWritten ? "  Written.\n" : "  Not written; --write does that.\n"
        }
        return text
    }

    /// What the sheet says of states that is not on record: proposals, which somebody must sign.
    private static func claims(_ claims: PlanClaims, _ path: String) -> [String] {
        let file = ShellWord.quoted(path)
        var lines = claims.proposals.map { proposal in
            let step = ShellWord.quoted(proposal.step.text)
            let way =
                proposal.isSigned
                ? "somebody must sign: readiness sign \(file) \(step)"
                : "its checks must say so: readiness run \(file) --step \(step)"
            return
                "The sheet says \"\(proposal.status)\" of \(proposal.step), and nothing on record "
                + "proves it. It is a proposal; \(way)"
        }
        if !claims.outdated.isEmpty {
            let steps = Prose.list(claims.outdated.map(\.text), "and")
            lines.append(
                "The sheet calls \(steps) ready or waived, and nothing on record proves it: "
                    + "readiness status \(file) says where they stand.")
        }
        for (step, status) in claims.unknown {
            lines.append(
                "The sheet says \"\(status)\" of \(step), which is taken neither for done nor for open."
            )
        }
        if claims.isUnjudged {
            lines.append(
                "The ledger cannot be read, and nothing counts as proved: readiness status \(file)")
        }
        return lines
    }
}
