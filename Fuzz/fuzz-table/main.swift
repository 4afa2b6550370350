import ChecklistDecoding
import Fuzzing
import Importing

// Tables of every kind: what is read without a mistake is a checklist.
fuzz { bytes in
    let input = Array(bytes)
    for path in ["a.csv", "a.md", "a.xlsx"] {
        guard let table = try? TableReader.table(input, path: path) else { continue }
        let head = table.rows.first?.cells.first ?? ""
        let mapping =
            (try? ColumnMapping(table, given: []))
            ?? (try? ColumnMapping(table, given: [(heading: head, key: "title")]))
        guard let mapping else { continue }
        let plan = PlanTable(table, mapping)
        guard plan.mistakes.isEmpty else { continue }
        let text = PlanDraft(plan, name: "plan", start: nil).text
        guard
            case .loaded? = try? ChecklistDecoder.read(
                Array(text.utf8), of: .path("draft.yaml"), place: "draft.yaml")
        else { preconditionFailure(text) }
    }
}
