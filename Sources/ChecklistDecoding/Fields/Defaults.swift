import Fields

/// What holds where a step or check does not say.
package struct Defaults: Hashable, Sendable {
    /// How long the outcome of a check counts.
    package let freshFor: Duration
    /// How long one observation may take.
    package let timeout: Duration

    static let unsaid = Defaults(freshFor: .seconds(86_400), timeout: .seconds(10))

    private static let freshForField = Field<Duration>(
        "fresh-for", .positiveDuration, .defaults("24h"), "How long the outcome of a check counts.")
    private static let timeoutField = Field<Duration>(
        "timeout", .positiveDuration, .defaults("10s"), "How long one check may take.")
    static let shape = Shape(
        "a set of defaults", [freshForField.description, timeoutField.description])

    static func make(_ reader: MappingReader) -> Defaults {
        Defaults(
            freshFor: reader[freshForField] ?? unsaid.freshFor,
            timeout: reader[timeoutField] ?? unsaid.timeout)
    }
}
