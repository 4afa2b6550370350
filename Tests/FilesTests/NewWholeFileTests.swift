import Files
import Foundation
import Testing

@Suite("A file that must not be there yet")
struct NewWholeFileTests {
    @Test("It is written once; what is there, be it a link to nothing, stays as it is")
    func once() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "readiness-new-\(UUID().uuidString)"
        ).path
        try Folder.make(folder, permissions: 0o700)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/file"
        #expect(try WholeFile.create([1], at: path, permissions: 0o600))
        #expect(try !WholeFile.create([2], at: path, permissions: 0o600))
        #expect(try RegularFile(path: path).bytes(limit: 9) == [1])
        let link = "\(folder)/link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: "\(folder)/nowhere")
        #expect(try !WholeFile.create([3], at: link, permissions: 0o600))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
                "file", "link",
            ])
        #expect(throws: FileFailure.self) {
            _ = try WholeFile.create([1], at: "\(folder)/no/file", permissions: 0o600)
        }
    }
}
