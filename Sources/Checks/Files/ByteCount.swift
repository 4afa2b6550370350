/// Sizes as the checklist language writes them.
enum ByteCount {
    private static let units: [String: Int64] = [
        "": 1, "B": 1, "kB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "KiB": 1 << 10,
        "MiB": 1 << 20, "GiB": 1 << 30,
    ]

    /// Reads a whole number of bytes, or one with a unit (`10 kB`, `4MiB`); nil for another form.
    static func bytes(_ text: String) -> Int64? {
        let digits = text.utf8.prefix { (48...57).contains($0) }
        guard !digits.isEmpty, digits.count <= 9 || digits.count == text.utf8.count,
            digits.count <= 15, let number = Int64(String(text.prefix(digits.count)))
        else { return nil }
        let rest = text.dropFirst(digits.count)
        return units[String(rest.first == " " ? rest.dropFirst() : rest)].map { number * $0 }
    }

    /// A number of bytes for people.
    static func words(_ count: Int64) -> String { count == 1 ? "1 byte" : "\(count) bytes" }
}
