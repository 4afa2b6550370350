import Files
import Glibc
import Operations

/// What somebody writes to standard input.
enum StandardInput {
    /// All of it, in no more bytes than the limit.
    static func bytes(limit: Int) throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                Terminal.complain("Standard input cannot be read: \(SystemError()).")
                throw ExitStatus.fileTrouble
            }
            if count == 0 { return all }
            all += buffer.prefix(count)
            guard all.count <= limit else {
                Terminal.complain("Standard input is longer than \(limit) bytes.")
                throw ExitStatus.invalidInput
            }
        }
    }
}
