import Operations

/// The version of this program.
enum ToolVersion {
    /// The number alone.
    static let current = ProgramVersion.number
    /// As statements name it.
    static let name = "readiness \(current)"
}
