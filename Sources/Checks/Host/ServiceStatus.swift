/// What systemd says of a unit (systemctl(1), `show`).
package struct ServiceStatus: Hashable, Sendable {
    /// The properties that are asked for; systemctl prints them in an order of its own.
    static let properties = [
        "Id", "LoadState", "ActiveState", "SubState", "UnitFileState", "Result", "NRestarts",
    ]

    private let values: [String: String]

    /// Nil where the text lacks what must be there, so that nothing is known.
    package init?(_ text: String) {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let sign = line.firstIndex(of: "=") else { return nil }
            let key = String(line[..<sign])
            guard values.updateValue(String(line[line.index(after: sign)...]), forKey: key) == nil
            else { return nil }
        }
        self.values = values
        guard !loadState.isEmpty, !activeState.isEmpty else { return nil }
    }

    package var loadState: String { values["LoadState"] ?? "" }
    package var activeState: String { values["ActiveState"] ?? "" }
    package var subState: String { values["SubState"] ?? "" }
    package var fileState: String { values["UnitFileState"] ?? "" }
    package var result: String { values["Result"] ?? "" }
    package var restarts: Int? { values["NRestarts"].flatMap { Int($0) } }
    package var exists: Bool { loadState != "not-found" }
}
