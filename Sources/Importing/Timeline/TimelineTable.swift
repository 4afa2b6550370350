/// Reads the rows of a table that tell when what happens.
struct TimelineTable {
    private typealias Dates = [(edge: TimelineWords.Edge, date: DatePhrase)]

    private let header: [String]
    private let rows: [[String]]
    private let forms: DateForms

    /// The rows of a table; the first is the head where no date is in it, and so is one below it
    /// that parts its columns into start and end.
    init(_ rows: [[String]], _ forms: DateForms) {
        self.forms = forms
        guard let first = rows.first, !first.contains(where: { !Self.dates(in: $0, forms).isEmpty })
        else {
            (header, self.rows) = ([], rows)
            return
        }
        if rows.count > 2, let both = Self.parted(first, by: rows[1]) {
            (header, self.rows) = (both, Array(rows.dropFirst(2)))
        } else {
            (header, self.rows) = (first, Array(rows.dropFirst()))
        }
    }

    /// The head of two rows; nil where the lower one is none.
    private static func parted(_ head: [String], by lower: [String]) -> [String]? {
        guard head.count == lower.count else { return nil }
        let columns = head.indices.filter { lower[$0] != head[$0] && !lower[$0].isEmpty }
        guard columns.count > 1, columns.allSatisfy({ isStart(lower[$0]) || isEnd(lower[$0]) })
        else { return nil }
        return head.indices.map { lower[$0].isEmpty ? head[$0] : lower[$0] }
    }

    /// A phase for each row with a date, or for each column where these are those who are reached.
    func phases() -> [DraftPhase] {
        let columns = header.indices.filter { Self.isName(header[$0]) }
        guard columns.count < 2 else { return columns.flatMap(phases) }
        let dated = Set(
            rows.flatMap { row in
                row.indices.filter { !Self.dates(in: row[$0], forms).isEmpty }
            })
        return rows.compactMap { phase($0) ?? undated($0, dated) }
    }

    /// The phase of a row that says how far it has come where others have their dates: "TBD".
    private func undated(_ row: [String], _ columns: Set<Int>) -> DraftPhase? {
        let found = row.indices.first { columns.contains($0) && Self.status(of: row[$0]) != nil }
        guard let found else { return nil }
        let names = row.indices.filter { !columns.contains($0) && !row[$0].isEmpty }
        guard !names.isEmpty else { return nil }
        return DraftPhase(
            label: "", isAudience: true,
            name: names.map { name(row[$0], $0) }.joined(separator: ": "),
            status: Self.status(of: row[found]), source: row.joined(separator: " | "))
    }

    /// The phase of a row.
    private func phase(_ row: [String]) -> DraftPhase? {
        var phase: DraftPhase?
        var names: [String] = []
        // A column may say when something was announced.
        let found = row.enumerated().map { column, cell in
            MentionedDate.isHead(Token.tokens(of: head(column))[...])
                ? [] : Self.dates(in: cell, forms)
        }
        for (column, cell) in row.enumerated()
        where found[column].isEmpty && !cell.isEmpty && Self.dates(in: cell, forms).isEmpty {
            names.append(name(cell, column))
        }
        // "Rollout completes | June 3".
        let isEndRow = Self.isEnd(names.joined(separator: " "))
        for (column, cell) in row.enumerated() where !found[column].isEmpty {
            let dates = found[column]
            var draft =
                phase
                ?? DraftPhase(
                    label: "", isAudience: true, name: "", source: row.joined(separator: " | "))
            let isEnd = Self.isEnd(head(column)) || (isEndRow && !Self.isStart(head(column)))
            put(dates, cell, isEnd: isEnd || draft.start != nil, &draft)
            phase = draft
        }
        phase?.name = names.joined(separator: ": ")
        return phase
    }

    /// The phases of a column that names who is reached: one where the rows are start and end.
    private func phases(_ column: Int) -> [DraftPhase] {
        var phases: [DraftPhase] = []
        for row in rows where column < row.count {
            let dates = Self.dates(in: row[column], forms)
            let status = dates.isEmpty ? Self.status(of: row[column]) : nil
            guard !dates.isEmpty || status != nil else { continue }
            let name = row.indices.filter { !Self.isName(head($0)) && $0 != column }
                .map { row[$0] }.filter { !$0.isEmpty }.joined(separator: ": ")
            let isEdge = name.isEmpty || Self.isStart(name) || Self.isEnd(name)
            let isEnd = Self.isEnd(name)
            let source = [header[column], name, row[column]].filter { !$0.isEmpty }
                .joined(separator: " | ")
            if isEnd, let last = phases.indices.last, phases[last].end == nil,
                phases[last].name == header[column]
            {
                guard !dates.isEmpty else { continue }
                put(dates, row[column], isEnd: true, &phases[last])
                phases[last].source += "; " + source
                continue
            }
            var draft = DraftPhase(
                label: "", isAudience: true,
                name: isEdge ? header[column] : "\(header[column]): \(name)", source: source)
            draft.status = status
            put(dates, row[column], isEnd: isEnd, &draft)
            phases.append(draft)
        }
        return phases
    }

    /// Puts the dates of a cell where they belong.
    private func put(_ dates: Dates, _ cell: String, isEnd: Bool, _ draft: inout DraftPhase) {
        guard let first = dates.first else { return }
        let edges = dates.map { DraftPhase.Edge(date: $0.date, words: cell) }
        if !isEnd, dates.count > 1, first.edge == .start, dates[1].edge == .end {
            draft.start = edges[0]
            draft.end = draft.end ?? edges[1]
        } else if isEnd || first.edge == .end {
            draft.end = draft.end ?? edges[0]
        } else {
            draft.start = edges[0]
        }
    }

    /// A bare number is named by the head of its column.
    private func name(_ cell: String, _ column: Int) -> String {
        let isNumber = cell.utf8.allSatisfy { (48...57).contains($0) }
        return isNumber && column < header.count ? "\(header[column]) \(cell)" : cell
    }

    private func head(_ column: Int) -> String { column < header.count ? header[column] : "" }

    /// Whether the head of a column names an audience or a platform.
    private static func isName(_ head: String) -> Bool {
        let tokens = Token.tokens(of: head)
        return AudienceWords.occur(in: tokens[...]) || PlatformWords.areAll(tokens[...])
    }

    private static func isEnd(_ words: String) -> Bool {
        let edges = TimelineWords.edges(in: Token.tokens(of: words))
        return edges.contains(.end) && !edges.contains(.start)
    }

    private static func isStart(_ words: String) -> Bool {
        TimelineWords.edges(in: Token.tokens(of: words)).contains(.start)
    }

    private static func status(of cell: String) -> PhaseStatus? {
        PhaseStatus.said(in: Token.tokens(of: cell))
    }

    private static func dates(in cell: String, _ forms: DateForms) -> Dates {
        EdgeReader(forms.tokens(of: cell)).edges()
    }
}
