/// Reads the rows of a table that tell when what happens.
struct TimelineTable {
    private let header: [String]
    private let rows: [[String]]
    private let order: SlashedDate.Order?

    /// The rows of a table; the first is the head where no date is in it.
    init(_ rows: [[String]], _ order: SlashedDate.Order?) {
        self.order = order
        let hasHead =
            rows.first.map { row in !row.contains { Self.date(in: $0, order) != nil } } ?? false
        header = hasHead ? rows[0] : []
        self.rows = hasHead ? Array(rows.dropFirst()) : rows
    }

    /// A phase for each row with a date.
    func phases() -> [DraftPhase] {
        rows.compactMap { row in
            var phase: DraftPhase?
            var names: [String] = []
            for (column, cell) in row.enumerated() {
                guard let date = Self.date(in: cell, order) else {
                    if !cell.isEmpty { names.append(name(cell, column)) }
                    continue
                }
                var draft =
                    phase
                    ?? DraftPhase(
                        label: "", isAudience: true, name: "", source: row.joined(separator: " | "))
                let edge = DraftPhase.Edge(date: date, words: cell)
                if isEnd(column) || draft.start != nil {
                    draft.end = draft.end ?? edge
                } else {
                    draft.start = edge
                }
                phase = draft
            }
            phase?.name = names.joined(separator: ": ")
            return phase
        }
    }

    /// A bare number is named by the head of its column.
    private func name(_ cell: String, _ column: Int) -> String {
        let isNumber = cell.utf8.allSatisfy { (48...57).contains($0) }
        return isNumber && column < header.count ? "\(header[column]) \(cell)" : cell
    }

    private func isEnd(_ column: Int) -> Bool {
        guard column < header.count else { return false }
        let edges = Token.tokens(of: header[column]).compactMap { TimelineWords.edge(of: $0.text) }
        return edges.contains(.end) && !edges.contains(.start)
    }

    private static func date(in cell: String, _ order: SlashedDate.Order?) -> DatePhrase? {
        let tokens = SlashedDate.fold(Token.tokens(of: cell), in: order)
        let reader = DateReader(FormerValues.fold(tokens))
        return reader.tokens.indices.lazy.compactMap { reader.date(at: $0) }.first
    }
}
