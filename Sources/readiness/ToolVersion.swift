/// The version of this program.
enum ToolVersion {
    /// The number alone.
    static let current = "0.1.0"
    /// As statements name it.
    static let name = "readiness \(current)"
}
