import Files

/// Where the lines of tokens are kept.
package protocol TokenLines: Sendable {
    /// All lines; those of a moment ago will do where it need not be fresh.
    func all(isFresh: Bool) async throws -> [String]

    func add(_ line: String) async throws
}

/// The lines of a file.
package struct TokenFile: TokenLines {
    private let path: String

    package init(_ path: String) { self.path = path }

    package func all(isFresh: Bool) throws -> [String] {
        guard Folder.holdsSomething(at: path) else { return [] }
        do throws(FileFailure) {
            let bytes = try RegularFile(path: path).bytes(limit: 1 << 20)
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        } catch {
            throw OperationFailure.file(.tokens, path: path, error)
        }
    }

    package func add(_ line: String) async throws {
        // Of the folder, because each writing puts another file in place.
        let lock = try await NoteFile.lock(NoteFile.parent(of: path))
        defer { withExtendedLifetime(lock) {} }
        let lines = try all(isFresh: true) + [line]
        do throws(FileFailure) {
            try WholeFile.write(
                Array(lines.map { "\($0)\n" }.joined().utf8), to: path, permissions: 0o600)
        } catch {
            throw OperationFailure.file(.tokens, path: path, error)
        }
    }
}
