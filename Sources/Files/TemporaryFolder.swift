import Glibc

/// A folder of this process alone, which goes with all that was written into it by its name.
package final class TemporaryFolder {
    package let path: String
    private var names: Set<String> = []

    package init() throws(FileFailure) {
        var name = Array("\(P_tmpdir)/readiness-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw .last }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// Writes a file that nobody else can read, and returns its path.
    package func write(_ bytes: [UInt8], to name: String) throws(FileFailure) -> String {
        let file = self.file(name)
        try WholeFile.write(bytes, to: file, permissions: 0o600)
        return file
    }

    /// The path of a file that a program is to write, which goes with the folder.
    package func file(_ name: String) -> String {
        names.insert(name)
        return "\(path)/\(name)"
    }
}
