import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Evidence that is brought to a server")
struct EvidenceUploadTests {
    private static let bytes = Array("a file that is there".utf8)

    private func upload(to location: LedgerLocation) async throws -> EvidenceUpload {
        let upload = try await EvidenceUpload(
            ContentDigest(of: Self.bytes), announced: Self.bytes.count, of: "ann", to: location,
            within: EvidenceQuota(perDay: 1000, whole: 1000),
            at: Instant(milliseconds: 1_759_312_800_000))
        try upload.add(Self.bytes)
        return upload
    }

    @Test("What is there already is not kept twice, and what was removed meanwhile is not kept")
    func removed() async throws {
        try await LogPlace.with { log in
            let location = log.location
            try location.content.put(Self.bytes)
            try await upload(to: location).keep()
            let late = try await upload(to: location)
            try FileManager.default.removeItem(atPath: location.content.folder)
            await #expect(throws: EvidenceUpload.Removed.self) { try await late.keep() }
            // Brought again it is there.
            try await upload(to: location).keep()
            #expect(
                try location.content.bytes(ofDigest: ContentDigest(of: Self.bytes)) == Self.bytes)
        }
    }
}
