import Files
import Foundation
import Testing

/// A file is replaced as a whole or stays as it was.
struct WholeFileTests {
    private func withFolder(_ work: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("files-tests-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try work(path)
    }

    @Test("New content takes the place of the old, and nothing is left beside it")
    func replacing() throws {
        try withFolder { folder in
            let path = "\(folder)/file"
            for text in ["old", "", String(repeating: "new", count: 100_000)] {
                try WholeFile.write(Array(text.utf8), to: path, permissions: 0o600)
                #expect(try RegularFile(path: path).bytes(limit: 1 << 20) == Array(text.utf8))
                #expect(try RegularFile(path: path).mode == 0o600)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
            }
        }
    }

    @Test("What cannot be put in place leaves nothing behind")
    func failing() throws {
        try withFolder { folder in
            let path = "\(folder)/taken"
            try FileManager.default.createDirectory(
                atPath: "\(path)/inner", withIntermediateDirectories: true)
            #expect(throws: FileFailure.self) {
                try WholeFile.write([1], to: path, permissions: 0o600)
            }
            #expect(throws: FileFailure.self) {
                try WholeFile.write([1], to: "\(folder)/missing/file", permissions: 0o600)
            }
            #expect(throws: FileFailure.emptyPath) {
                try WholeFile.write([1], to: "", permissions: 0o600)
            }
            #expect(throws: FileFailure.nulInPath) {
                try WholeFile.write([1], to: "a\0b", permissions: 0o600)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["taken"])
        }
    }
}
