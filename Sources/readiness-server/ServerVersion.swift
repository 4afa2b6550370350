import Operations

/// The name and version of this program.
enum ServerVersion {
    static let text = ProgramVersion.number
    static let name = "readiness-server \(text)"
}
