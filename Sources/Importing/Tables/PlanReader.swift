import Characters
import Rollout

/// Reads the rows of a plan.
struct PlanReader {
    let table: Table
    let mapping: ColumnMapping
    private(set) var steps: [PlanTable.Step] = []
    private(set) var mistakes: [TableMistake] = []
    private let known: Set<String>
    private var former: FormerNames
    private var slug = Slug()
    /// The id of a step by what the sheet calls it.
    private var names: [String: String] = [:]

    init(table: Table, mapping: ColumnMapping, known: Set<String>, former: FormerNames) {
        self.table = table
        self.mapping = mapping
        self.known = known
        self.former = former
    }

    mutating func read() {
        let rows = mapping.body
        guard !rows.isEmpty else {
            return mistakes.append(TableMistake(sheet: table.sheet, .noRows))
        }
        let ids = ids(of: rows)
        for (row, id) in zip(rows, ids) {
            let name = mapping.text(.id, of: row)
            for called in [name, mapping.text(.title, of: row)] where !called.isEmpty {
                if names[called] == nil {
                    names[called] = id
                } else if called == name {
                    report(.id, row, .sameID(name))
                }
            }
        }
        reportLookalikes(rows)
        for (row, id) in zip(rows, ids) { read(row, id) }
    }

    /// Names that nobody tells apart once they are ids: which of the two is meant by a need, and whose
    /// sign-off it is, would be a guess.
    private mutating func reportLookalikes(_ rows: [Table.Row]) {
        var seen: [[String]: (name: String, row: Int)] = [:]
        for row in rows {
            let name = mapping.text(.id, of: row)
            // Of other alphabets an id has nothing but a number.
            guard !known.contains(name), !isNumber(name),
                LatinLetters.plain(name).utf8.allSatisfy({ $0 < 0x80 })
            else { continue }
            let words = Slug.words(of: name)
            guard let other = seen[words] else {
                seen[words] = (name, row.number)
                continue
            }
            if other.name != name, !words.isEmpty {
                report(.id, row, .lookalikeID(name, other: other.name, row: other.row))
            }
        }
    }

    /// The ids of the rows: those that the sheet names, then those that the same titles had before,
    /// then new ones.
    private mutating func ids(of rows: [Table.Row]) -> [String] {
        var ids: [Int: String] = [:]
        for (place, row) in rows.enumerated() {
            let name = mapping.text(.id, of: row)
            if known.contains(name) {
                ids[place] = name
            } else if !name.isEmpty, !isNumber(name) {
                ids[place] = slug.make(name, otherwise: "step", words: 6)
            }
        }
        for (place, row) in rows.enumerated() where ids[place] == nil {
            if let id = former.takeStep(mapping.text(.title, of: row)), slug.claim(id) {
                ids[place] = id
            }
        }
        slug.reserve(former.stepIDs)
        return rows.enumerated().map { place, row in
            ids[place] ?? slug.make(mapping.text(.title, of: row), otherwise: "step", words: 6)
        }
    }

    private func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }

    private mutating func read(_ row: Table.Row, _ id: String) {
        let title = mapping.text(.title, of: row)
        reportFaults(row)
        if title.isEmpty, !hasFault(.title, row) { report(.title, row, .noTitle) }
        var due: CivilDate?
        let day = mapping.text(.due, of: row)
        if !day.isEmpty {
            switch PlanDate.read(day, from1904: table.countsFrom1904) {
            case .date(let date): due = date
            case .ambiguous: report(.due, row, .ambiguousDate(day))
            case .none: report(.due, row, .notADate(day))
            }
        }
        var needs: [String] = []
        for name in names(in: row) {
            guard let needed = known.contains(name) ? name : names[name], needed != id else {
                report(.needs, row, .unknownStep(name))
                continue
            }
            if !needs.contains(needed) { needs.append(needed) }
        }
        let level = isBlocking(row)
        let owners = PlanOwners(
            role: mapping.text(.role, of: row),
            owners: CellList.values(mapping.lines(.owner, of: row)),
            members: CellList.values(mapping.lines(.members, of: row)))
        steps.append(
            PlanTable.Step(
                row: row.number, name: mapping.text(.id, of: row), id: id, title: title,
                text: mapping.text(.text, of: row),
                owners: owners, due: due, isBlocking: level, needs: needs,
                status: mapping.text(.status, of: row)))
    }

    /// Names cells without a value; the state of a step is a remark, and may be without one.
    private mutating func reportFaults(_ row: Table.Row) {
        for (key, place) in mapping.columns.sorted(by: { $0.value < $1.value }) where key != .status
        {
            switch row.faults[place] {
            case .notComputed: report(key, row, .notComputed)
            case .error(let text): report(key, row, .cellError(text))
            case nil: break
            }
        }
    }

    private func hasFault(_ key: ColumnKey, _ row: Table.Row) -> Bool {
        mapping.columns[key].map { row.faults[$0] != nil } ?? false
    }

    /// The steps that a row needs, as it calls them; a title may hold a comma.
    private func names(in row: Table.Row) -> [String] {
        let whole = mapping.text(.needs, of: row)
        return names[whole] != nil ? [whole] : CellList.values(mapping.lines(.needs, of: row))
    }

    /// A word that is no level is a mistake, as nobody knows which of the two was meant.
    private mutating func isBlocking(_ row: Table.Row) -> Bool {
        let level = mapping.text(.level, of: row)
        if !mapping.asksForLevel, PlanLevel.isDenial(level), let place = mapping.columns[.level] {
            let heading = place < mapping.headings.count ? mapping.headings[place] : ""
            report(.level, row, .answerToNothing(level, heading: heading))
            return false
        }
        guard let isBlocking = PlanLevel.isBlocking(level) else {
            report(.level, row, .notALevel(level))
            return false
        }
        return isBlocking
    }

    private mutating func report(_ key: ColumnKey, _ row: Table.Row, _ reason: TableMistake.Reason)
    {
        mistakes.append(
            TableMistake(
                sheet: table.sheet, row: row.number, column: mapping.columns[key], reason))
    }
}
