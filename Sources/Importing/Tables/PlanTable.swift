package import Rollout

/// The steps of a plan that was kept as a table.
package struct PlanTable: Sendable {
    package struct Step: Hashable, Sendable {
        package let row: Int
        /// The id as the sheet has it; empty where it has none.
        package let name: String
        /// An id of a checklist.
        package let id: String
        package let title: String
        package let text: String
        package let role: String
        package let members: [String]
        package let due: CivilDate?
        package let isBlocking: Bool
        /// The ids of other rows, and of steps of the checklist.
        package let needs: [String]
        /// What the sheet says of its state, which is no evidence.
        package let status: String
    }

    package let steps: [Step]
    package let mistakes: [TableMistake]

    /// Reads the rows below the head; what cannot be read is a mistake, and none is passed over.
    ///
    /// `known` has the ids of the checklist that the sheet was written from, steps and groups of
    /// steps: such a name means that step, and a need may name one without a row.
    package init(_ table: Table, _ mapping: ColumnMapping, of known: Set<String> = []) {
        var reader = PlanReader(table: table, mapping: mapping, known: known)
        reader.read()
        steps = reader.steps
        mistakes = reader.mistakes
    }

    /// The latest day on which something is due; nil where nothing has a day.
    package var lastDay: CivilDate? { steps.compactMap(\.due).max() }
}

/// Reads the rows of a plan.
private struct PlanReader {
    let table: Table
    let mapping: ColumnMapping
    private(set) var steps: [PlanTable.Step] = []
    private(set) var mistakes: [TableMistake] = []
    private let known: Set<String>
    private var slug = Slug()
    /// The id of a step by what the sheet calls it.
    private var names: [String: String] = [:]

    init(table: Table, mapping: ColumnMapping, known: Set<String>) {
        self.table = table
        self.mapping = mapping
        self.known = known
    }

    mutating func read() {
        let rows = table.rows.dropFirst()
        guard !rows.isEmpty else {
            return mistakes.append(TableMistake(sheet: table.sheet, .noRows))
        }
        var ids: [String] = []
        for row in rows {
            let name = mapping.text(.id, of: row)
            let title = mapping.text(.title, of: row)
            let id =
                known.contains(name)
                ? name
                : slug.make(
                    name.isEmpty || isNumber(name) ? title : name, otherwise: "step", words: 6)
            ids.append(id)
            for called in [name, title] where !called.isEmpty {
                if names[called] == nil {
                    names[called] = id
                } else if called == name {
                    report(.id, row, .sameID(name))
                }
            }
        }
        for (row, id) in zip(rows, ids) { read(row, id) }
    }

    private func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }

    private mutating func read(_ row: Table.Row, _ id: String) {
        let title = mapping.text(.title, of: row)
        if title.isEmpty { report(.title, row, .noTitle) }
        var due: CivilDate?
        let day = mapping.text(.due, of: row)
        if !day.isEmpty {
            switch PlanDate.read(day) {
            case .date(let date): due = date
            case .ambiguous: report(.due, row, .ambiguousDate(day))
            case .none: report(.due, row, .notADate(day))
            }
        }
        var needs: [String] = []
        for name in list(mapping.text(.needs, of: row)) {
            guard let needed = known.contains(name) ? name : names[name], needed != id else {
                report(.needs, row, .unknownStep(name))
                continue
            }
            if !needs.contains(needed) { needs.append(needed) }
        }
        let level = isBlocking(row)
        steps.append(
            PlanTable.Step(
                row: row.number, name: mapping.text(.id, of: row), id: id, title: title,
                text: mapping.text(.text, of: row),
                role: mapping.text(.role, of: row), members: list(mapping.text(.members, of: row)),
                due: due, isBlocking: level, needs: needs,
                status: mapping.text(.status, of: row)))
    }

    private func list(_ text: String) -> [String] {
        text.split { ",;".contains($0) }.map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    private static let blocking: Set = [
        "", "blocking", "required", "mandatory", "must", "yes", "x", "high", "critical", "hoch",
        "kritisch", "ja", "pflicht", "erforderlich", "zwingend", "oui", "obligatoire", "haute",
        "élevée", "critique", "sí", "si", "sì", "obligatorio", "alta", "obbligatorio", "verplicht",
        "hoog", "sim", "obrigatório",
    ]

    /// A word that is no level is a mistake, as nobody knows which of the two was meant.
    private mutating func isBlocking(_ row: Table.Row) -> Bool {
        let level = mapping.text(.level, of: row)
        if Self.blocking.contains(level.lowercased()) { return true }
        if !Self.isAdvisory(level) { report(.level, row, .notALevel(level)) }
        return false
    }

    private static func isAdvisory(_ level: String) -> Bool {
        [
            "advisory", "optional", "low", "no", "nein", "niedrig", "gering", "faible", "non",
            "baja", "bassa", "laag", "baixa", "could", "should",
        ].contains(level.lowercased())
    }

    private mutating func report(_ key: ColumnKey, _ row: Table.Row, _ reason: TableMistake.Reason)
    {
        mistakes.append(
            TableMistake(
                sheet: table.sheet, row: row.number, column: mapping.columns[key], reason))
    }
}
