import Files
import Foundation
import Testing

/// A file that is edited is written where it is, and only where nobody else changed it.
struct EditedFileTests {
    private func withFolder(_ work: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("edited-files-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try work(path)
    }

    @Test("Through a link the file itself is written, with its permissions")
    func link() throws {
        try withFolder { folder in
            try WholeFile.write([1], to: "\(folder)/file", permissions: 0o600)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/link", withDestinationPath: "file")
            let file = try EditedFile(path: "\(folder)/link", limit: 10)
            #expect(file.bytes == [1])
            try file.replace(with: [2])
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link")
                    == "file")
            let written = try RegularFile(path: "\(folder)/file")
            #expect(written.mode == 0o600)
            #expect(try written.bytes(limit: 10) == [2])
        }
    }

    @Test("What somebody saved meanwhile stays")
    func meanwhile() throws {
        try withFolder { folder in
            let path = "\(folder)/file"
            try WholeFile.write([1], to: path, permissions: 0o600)
            let file = try EditedFile(path: path, limit: 10)
            try WholeFile.write([3], to: path, permissions: 0o600)
            #expect(throws: FileFailure.changed) { try file.replace(with: [2]) }
            #expect(try RegularFile(path: path).bytes(limit: 10) == [3])
        }
    }
}
