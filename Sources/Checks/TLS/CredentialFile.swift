import Foundation

/// Looks at a file of certificates or keys before OpenSSL does, whose errors do not name it.
enum CredentialFile {
    /// More than any bundle of certificates has.
    private static let limit = 16 << 20

    /// The whole file; `what` names it in the sentence, such as "The client certificate".
    static func read(_ path: String, what: String) throws(TLSTrouble) -> [UInt8] {
        // A FIFO would block the opening for ever, so it must not be opened to be looked at.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.trouble(errno, path, what) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.trouble(errno, path, what) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw TLSTrouble("\(what) \(path) is not a file.")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0 { throw Self.trouble(errno, path, what) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        throw TLSTrouble("\(what) \(path) is larger than \(limit >> 20) MiB.")
    }

    private static func trouble(_ error: Int32, _ path: String, _ what: String) -> TLSTrouble {
        switch error {
        case ENOENT: return TLSTrouble("\(what) \(path) does not exist.")
        case EACCES: return TLSTrouble("\(what) \(path) may not be read by this user.")
        default:
            return TLSTrouble(
                "\(what) \(path) cannot be read: \(String(cString: strerror(error))).")
        }
    }
}
