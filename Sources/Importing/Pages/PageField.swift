/// The value of a field of an announcement page.
enum PageField: Hashable, Sendable {
    /// The lines; none where the page has the field and nothing in it.
    case lines([String])
    /// The page hides it from this reader: what it says is not known, which is not the same as
    /// nothing.
    case notPublished

    init(_ lines: [String]) {
        // A row of X stands in place of a hidden value.
        self = lines.first.map { $0.hasPrefix("XXX") } ?? false ? .notPublished : .lines(lines)
    }

    var lines: [String] {
        guard case .lines(let lines) = self else { return [] }
        return lines
    }
}
