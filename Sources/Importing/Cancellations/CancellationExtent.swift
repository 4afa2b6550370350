/// For whom a change does not come, with the words for it.
package enum CancellationExtent: Hashable, Sendable {
    case nobody, everybody
    /// By their usual names.
    case some([String])

    /// Those whom a sentence names behind "cancelled"; empty for all, and for nobody.
    private func whom(_ word: String) -> String {
        guard case .some(let names) = self else { return "" }
        return " \(word) \(Excerpt.of(names.joined(separator: ", "), most: 200))"
    }

    /// What stands before a title; nil where nothing is cancelled.
    package var mark: String? { self == .nobody ? nil : "CANCELLED\(whom("FOR"))" }

    /// What stands for the status of a change; nil where nothing is cancelled.
    package var status: String? { self == .nobody ? nil : "cancelled\(whom("for"))" }

    /// What the publisher says, without the sign at its end; nil where nothing is cancelled.
    package var sentence: String? {
        self == .nobody ? nil : "the publisher does not proceed with this change\(whom("for"))"
    }

    /// The same for the first line of a draft.
    var headline: String? {
        self == .nobody ? nil : "THE PUBLISHER DOES NOT PROCEED WITH THIS CHANGE\(whom("FOR"))."
    }
}
