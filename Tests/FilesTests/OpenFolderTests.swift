import Files
import Foundation
import Testing

/// What is done inside a folder stays inside it.
struct OpenFolderTests {
    private func withFolder(_ work: (OpenFolder, String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("files-tests-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try work(try OpenFolder(path: path), path)
    }

    @Test("The names of what is in it come in the order of their bytes, as many as are asked for")
    func names() throws {
        try withFolder { folder, path in
            for name in ["b", "a", ".c", "ä"] {
                _ = try folder.makeFile(name, permissions: 0o600)
            }
            try FileManager.default.createSymbolicLink(
                atPath: "\(path)/link", withDestinationPath: "/etc/passwd")
            #expect(try folder.names(most: 9) == [".c", "a", "b", "link", "ä"])
            #expect(try folder.names(most: 9) == [".c", "a", "b", "link", "ä"])
            #expect(try folder.names(most: 2).count == 2)
            #expect(throws: FileFailure.self) { try folder.file("link") }
        }
    }

    @Test("A file is made once, moved into a folder of its own, and read there")
    func makeAndMove() throws {
        try withFolder { folder, path in
            let file = try folder.makeFile("new", permissions: 0o600)
            try file.write(Array("hello".utf8))
            try file.synchronise()
            #expect(throws: FileFailure.self) { try folder.makeFile("new", permissions: 0o600) }
            let inner = try folder.makeFolder("inner", permissions: 0o700)
            _ = try folder.makeFolder("inner", permissions: 0o700)
            try folder.move("new", to: inner, as: "kept")
            #expect(try inner.file("kept").bytes(limit: 10) == Array("hello".utf8))
            #expect(!FileManager.default.fileExists(atPath: "\(path)/new"))
            inner.remove("kept")
            inner.remove("kept")
            #expect(throws: FileFailure.self) { try inner.file("kept") }
        }
    }

    @Test("A name is never a path", arguments: ["", ".", "..", "a/b", "/etc/passwd", "a\0b"])
    func names(name: String) throws {
        try withFolder { folder, _ in
            #expect(throws: FileFailure.self) { try folder.file(name) }
            #expect(throws: FileFailure.self) { try folder.folder(name) }
            #expect(throws: FileFailure.self) { try folder.makeFolder(name, permissions: 0o700) }
            #expect(throws: FileFailure.self) { try folder.makeFile(name, permissions: 0o600) }
        }
    }

    @Test("Links are not followed")
    func links() throws {
        try withFolder { folder, path in
            let inner = try folder.makeFolder("inner", permissions: 0o700)
            try inner.makeFile("file", permissions: 0o600).write([1])
            try FileManager.default.createSymbolicLink(
                atPath: "\(path)/to-folder", withDestinationPath: "\(path)/inner")
            try FileManager.default.createSymbolicLink(
                atPath: "\(path)/to-file", withDestinationPath: "\(path)/inner/file")
            #expect(throws: FileFailure.self) { try folder.folder("to-folder") }
            #expect(throws: FileFailure.self) {
                try folder.makeFolder("to-folder", permissions: 0o700)
            }
            #expect(throws: FileFailure.self) { try folder.file("to-file") }
            #expect(throws: FileFailure.self) {
                try folder.makeFile("to-file", permissions: 0o600)
            }
        }
    }
}
