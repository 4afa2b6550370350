/// The version of this program.
enum ToolVersion {
    /// The number alone.
    static let current = "1.0.0"
    /// As records name it.
    static let name = "readiness \(current)"
}
