import Foundation

/// The standard output, for what a person or a script waits for.
enum Standard {
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}
