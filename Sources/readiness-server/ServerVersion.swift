/// The name and version of the program, the same as those of `readiness`.
enum ServerVersion {
    static let text = "0.1.0"
    static let name = "readiness-server \(text)"
}
