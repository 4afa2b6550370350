extension EvidenceIndex {
    /// Whether the entry at a place is a yes with files that can no longer be shown.
    func isNotKept(_ place: Int) -> Bool {
        notKept.contains(entries[place].sequence) && !entries[place].statement.body.isNo
    }
}
