import Foundation

/// What is printed, for a person or a script.
enum Standard {
    /// On the standard output: what somebody waits for.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    /// On the standard error: what somebody should know.
    static func note(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
