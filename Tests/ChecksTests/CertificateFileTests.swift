import Checks
import Foundation
import Rollout
import Testing

/// What a `certificate` check says of files that somebody broke, or made to break it.
@Suite("Files of certificates")
struct CertificateFileTests {
    @Test("a block that is cut, indented or broken hides nothing")
    func brokenBlocks() async throws {
        let good = try String(contentsOfFile: TestPKI.path("client.pem"), encoding: .utf8)
        let texts = [
            good + good.dropLast(60), good + good.replacing("-----BEGIN", with: "  -----BEGIN"),
            good + good.replacing("MII", with: "M!I"),
            good + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ]
        try await Folder.temporary { folder in
            for text in texts {
                try folder.write("a.pem", text.utf8)
                let result = try await CheckKind.certificateOutcome("path: \(folder.path("a.pem"))")
                #expect(result.outcome == .unmet, "\(text)")
                #expect(result.unmet.first?.contains("cannot be read") ?? false)
            }
            let lines = good.split(separator: "\n", omittingEmptySubsequences: false)
            try folder.write("a.pem", (lines.dropFirst().joined(separator: "\n") + good).utf8)
            let headless = try await CheckKind.certificateOutcome(
                "path: \(folder.path("a.pem"))")
            #expect(headless.outcome == .unmet, "\(headless.summary)")
            let der = try Data(contentsOf: URL(fileURLWithPath: TestPKI.path("client.der")))
            try folder.write("a.der", der + [0])
            let followed = try await CheckKind.certificateOutcome("path: \(folder.path("a.der"))")
            #expect(followed.unmet == ["something that is no certificate"])
            try folder.write("empty", [])
            let empty = try await CheckKind.certificateOutcome("path: \(folder.path("empty"))")
            #expect(empty.unmet == ["an empty file"])
        }
    }

    @Test("a certificate whose begin is no date is not within its dates")
    func noBegin() async throws {
        var der = Array(try Data(contentsOf: URL(fileURLWithPath: TestPKI.path("client.der"))))
        // The first time of a certificate is its begin: a tag, 13 bytes, and then the year and month.
        let place = try #require(
            der.indices.dropLast(1).first { der[$0] == 0x17 && der[$0 + 1] == 13 })
        der.replaceSubrange(place + 4..<place + 6, with: Array("99".utf8))
        try await Folder.temporary { folder in
            try folder.write("a.der", der)
            let result = try await CheckKind.certificateOutcome("path: \(folder.path("a.der"))")
            #expect(result.outcome == .unmet, "\(result.summary)")
        }
    }

    @Test("a file that cannot be read or is too large is undetermined")
    func unreadable() async throws {
        try await Folder.temporary { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("loop"), withDestinationPath: "loop")
            let loop = try await CheckKind.certificateOutcome("path: \(folder.path("loop"))")
            #expect(loop.outcome == .undetermined && loop.code == .contentUnread)
            try folder.write("large", [UInt8](repeating: 65, count: 1 << 20 + 1))
            let large = try await CheckKind.certificateOutcome("path: \(folder.path("large"))")
            #expect(large.outcome == .undetermined && large.code == .contentUnread)
        }
    }

    /// A file of PKCS#12 whose seal asks for more rounds than it was made with.
    private func sealed(rounds: [UInt8]) throws -> [UInt8] {
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: TestPKI.path("client.p12"))))
        // The number of rounds ends the file; as it grows, so do the two sequences that it is in.
        let (digits, seal) = (bytes.count - 4, bytes.count - 67)
        try #require(Array(bytes[digits...]) == [2, 2, 8, 0])
        try #require(bytes[seal] == 0x30 && bytes[seal + 1] == 65 && bytes[1] == 0x82)
        bytes.replaceSubrange(digits..., with: [2, UInt8(rounds.count)] + rounds)
        let growth = rounds.count - 2
        bytes[seal + 1] += UInt8(growth)
        let length = Int(bytes[2]) << 8 + Int(bytes[3]) + growth
        (bytes[2], bytes[3]) = (UInt8(length >> 8), UInt8(truncatingIfNeeded: length))
        return bytes
    }

    @Test("a file that asks for many rounds of its password ends in time")
    func rounds() async throws {
        try await Folder.temporary { folder in
            try folder.write("many.p12", sealed(rounds: [0x01, 0, 0, 0]))
            let many = try await CheckKind.certificateOutcome(
                "path: \(folder.path("many.p12")), password: {env: P}")
            #expect(many.outcome == .undetermined && many.code == .contentUnread)
            #expect(many.detail.contains("rounds"))
            try folder.write("long.p12", sealed(rounds: [0x1e, 0x84, 0x80]))
            let long = try await CheckKind.certificateOutcome(
                "path: \(folder.path("long.p12")), password: {env: P}, timeout: 50ms")
            #expect(long.outcome == .undetermined && long.code == .fileTimedOut)
        }
    }

    @Test(
        "a right password for an encryption that is out of use opens nothing",
        .enabled(if: FileManager.default.fileExists(atPath: TestPKI.path("client-legacy.p12"))))
    func legacy() async throws {
        let result = try await CheckKind.certificateOutcome(
            "path: client-legacy.p12, password: {env: P}")
        #expect(result.outcome == .undetermined && result.code == .contentUnread)
        #expect(result.detail.contains("export it anew with AES"))
    }
}
