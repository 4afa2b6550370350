import Files
import Foundation
import LedgerStorage
import Rollout
import Testing

/// Content beside a ledger: what goes in comes out, and nothing else does.
struct ContentStoreTests {
    private let bytes = Array("the rules of the firewall\n".utf8)
    private let manager = FileManager.default

    private func path(_ reference: FileReference, in folder: String) -> String {
        let hex = reference.digest.hex
        return "\(folder)/evidence/sha256/\(hex.prefix(2))/\(hex)"
    }

    @Test("Bytes and files are kept by their digest, for their owner alone")
    func keeping() async throws {
        try await withTemporaryFolder { folder async throws in
            let store = ContentStore(parent: folder)
            let reference = try store.put(bytes)
            #expect(
                reference == FileReference(size: bytes.count, digest: ContentDigest(of: bytes)))
            #expect(try store.bytes(of: reference) == bytes)
            #expect(try permissions(of: path(reference, in: folder)) == "600")
            for part in ["evidence", "evidence/sha256"] {
                #expect(try permissions(of: "\(folder)/\(part)") == "700")
            }
            let large = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try Data(large).write(to: URL(fileURLWithPath: "\(folder)/large"))
            let second = try store.put(try RegularFile(path: "\(folder)/large"))
            #expect(try store.bytes(of: second) == large)
            #expect(try store.put([]).size == 0)
            #expect(
                try store.bytes(of: FileReference(size: 0, digest: ContentDigest(of: []))) == [])
            // No part is left over.
            #expect(try names(in: "\(folder)/evidence/sha256").allSatisfy { $0.utf8.count == 2 })
        }
    }

    @Test("What is there already is kept, and what only has its name is replaced")
    func twice() async throws {
        try await withTemporaryFolder { folder async throws in
            let store = ContentStore(parent: folder)
            let reference = try store.put(bytes)
            let path = path(reference, in: folder)
            let before = try manager.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
            try store.put(bytes)
            #expect(try manager.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == before)
            try Data("another".utf8).write(to: URL(fileURLWithPath: path))
            try store.put(bytes)
            #expect(try store.bytes(of: reference) == bytes)
        }
    }

    /// Something that somebody does to a file of the store.
    enum Attack: CaseIterable {
        case removed, truncated, longer, changed, link, folder, pipe

        func carry(out path: String) throws {
            let manager = FileManager.default
            let content = try Data(contentsOf: URL(fileURLWithPath: path))
            try manager.removeItem(atPath: path)
            switch self {
            case .removed: break
            case .truncated: try content.dropLast().write(to: URL(fileURLWithPath: path))
            case .longer: try (content + [0]).write(to: URL(fileURLWithPath: path))
            case .changed:
                try (content.dropLast() + [33]).write(to: URL(fileURLWithPath: path))
            case .link:
                // The right content, but somebody else's file.
                try content.write(to: URL(fileURLWithPath: "\(path).other"))
                try manager.createSymbolicLink(
                    atPath: path, withDestinationPath: "\(path).other")
            case .folder:
                try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
            case .pipe: #expect(mkfifo(path, 0o600) == 0)
            }
        }
    }

    @Test("Content that is not as it was is an error", arguments: Attack.allCases)
    func attacked(attack: Attack) async throws {
        try await withTemporaryFolder { folder async throws in
            let store = ContentStore(parent: folder)
            let reference = try store.put(bytes)
            try attack.carry(out: path(reference, in: folder))
            let error = #expect(throws: ContentError.self) { try store.bytes(of: reference) }
            switch attack {
            case .removed: #expect(error?.cause == .missing(reference))
            case .truncated, .longer, .changed: #expect(error?.cause == .changed(reference))
            case .link, .folder, .pipe:
                guard case .unreadable = error?.cause else {
                    Issue.record("\(error as Any)")
                    return
                }
            }
            // A folder cannot be replaced by a file; everything else can.
            if attack == .folder {
                #expect(throws: ContentError.self) { try store.put(bytes) }
            } else {
                try store.put(bytes)
                #expect(try store.bytes(of: reference) == bytes)
            }
        }
    }

    @Test("A folder that is a link is not followed", arguments: ["evidence", "evidence/sha256"])
    func linkedFolder(part: String) async throws {
        try await withTemporaryFolder { folder async throws in
            let elsewhere = "\(folder)/elsewhere"
            try manager.createDirectory(atPath: elsewhere, withIntermediateDirectories: false)
            if part != "evidence" {
                try manager.createDirectory(
                    atPath: "\(folder)/evidence", withIntermediateDirectories: false)
            }
            try manager.createSymbolicLink(
                atPath: "\(folder)/\(part)", withDestinationPath: elsewhere)
            #expect(throws: ContentError.self) { try ContentStore(parent: folder).put(bytes) }
            #expect(try names(in: elsewhere).isEmpty)
        }
    }

    @Test("More than the limit is refused, and the limit is said")
    func tooLarge() async throws {
        try await withTemporaryFolder { folder async throws in
            let store = ContentStore(parent: folder, limit: 1 << 20)
            let exact = [UInt8](repeating: 1, count: 1 << 20)
            #expect(try store.put(exact).size == 1 << 20)
            let error = #expect(throws: ContentError.self) { try store.put(exact + [1]) }
            #expect(error?.description.contains("more than 1048576 bytes (1 MiB)") == true)
            try Data(exact + [1]).write(to: URL(fileURLWithPath: "\(folder)/large"))
            #expect(throws: ContentError.self) {
                try store.put(try RegularFile(path: "\(folder)/large"))
            }
            #expect(try names(in: "\(folder)/evidence/sha256").allSatisfy { $0.utf8.count == 2 })
            #expect(ContentStore(parent: folder).limit == 64 << 20)
        }
    }

    @Test("A file that grows past the limit while it is read is refused")
    func growing() async throws {
        try await withTemporaryFolder { folder async throws in
            let store = ContentStore(parent: folder, limit: 1000)
            let path = "\(folder)/log"
            try Data(count: 900).write(to: URL(fileURLWithPath: path))
            let file = try RegularFile(path: path)
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(count: 200))
            try handle.close()
            #expect(file.size == 900)
            #expect(throws: ContentError.self) { try store.put(file) }
        }
    }

    @Test("A digest of another size is another file")
    func otherSize() async throws {
        try await withTemporaryFolder { folder async throws in
            let store = ContentStore(parent: folder)
            let reference = try store.put(bytes)
            let wrong = FileReference(size: bytes.count + 1, digest: reference.digest)
            let error = #expect(throws: ContentError.self) { try store.bytes(of: wrong) }
            #expect(error?.cause == .changed(wrong))
            #expect(error?.folder == store.folder)
        }
    }

    @Test("The store lies beside the file that a link to a ledger leads to")
    func besideLedger() async throws {
        try await withTemporaryFolder { folder async throws in
            try manager.createDirectory(
                atPath: "\(folder)/real", withIntermediateDirectories: false)
            try Data().write(to: URL(fileURLWithPath: "\(folder)/real/ledger.sqlite"))
            try manager.createSymbolicLink(
                atPath: "\(folder)/link.sqlite", withDestinationPath: "\(folder)/real/ledger.sqlite"
            )
            let real = LedgerLocation(path: "\(folder)/real/ledger.sqlite").content
            #expect(LedgerLocation(path: "\(folder)/link.sqlite").content.folder == real.folder)
            #expect(LedgerLocation(path: "new.sqlite").content.folder == "./evidence")
            #expect(LedgerLocation(path: "/new.sqlite").content.folder == "/evidence")
        }
    }
}
