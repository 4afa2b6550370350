import Glibc

/// A file that was just made and is being written.
package final class NewFile {
    private let descriptor: Int32

    /// Takes over a descriptor that is open for writing.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Writes all of the bytes behind those before them.
    package func write(_ bytes: [UInt8]) throws(FileFailure) {
        var left = bytes[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last }
            left = left.dropFirst(count)
        }
    }

    /// Waits until everything is on durable storage.
    package func synchronise() throws(FileFailure) {
        guard fsync(descriptor) == 0 else { throw .last }
    }
}
