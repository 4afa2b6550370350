import Attestation
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Exporting a log in tiles")
struct ExportTilesTests {
    private static func hashes(_ folder: String, _ size: Int) -> TreeHashes {
        TreeHashes(tilesOfSize: size) { path in
            Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
        }
    }

    @Test("Read back, the tiles lead to the signed root, after each further export")
    func readBack() async throws {
        try await LogPlace.with { place async throws in
            let folder = place.place.path("tiles")
            for more in [0, 253, 1, 300] {
                try await place.append(more)
                let exported = try await ExportTiles(place.location, place.key)(into: folder)
                let bytes = try place.read("\(folder)/checkpoint")
                let checkpoint = try SignedNote(bytes).checkpoint(of: place.log)
                #expect(checkpoint == exported.checkpoint)
                let extent = checkpoint.extent
                #expect(try Self.hashes(folder, extent.size).extent(at: extent.size) == extent)
            }
            // The entries themselves, each behind its length.
            let bundle = try place.read("\(folder)/tile/entries/000")
            let first = try await place.location.ledger().entry(at: 1).bytes
            #expect(Int(bundle[0]) << 8 | Int(bundle[1]) == first.count)
            #expect(Array(bundle[2..<(2 + first.count)]) == first)
            #expect(place.place.exists("tiles/tile/entries/002.p/45"))
        }
    }

    @Test("A folder of another log, or with a changed tile, is left as it is")
    func otherTiles() async throws {
        try await LogPlace.with { place async throws in
            let folder = place.place.path("tiles")
            _ = try await ExportTiles(place.location, place.key)(into: folder)
            let checkpoint = try place.read("\(folder)/checkpoint")
            let tile = "\(folder)/tile/0/000.p/3"
            let bytes = try place.read(tile)
            try Data(bytes.reversed()).write(to: URL(fileURLWithPath: tile))
            #expect(
                await logFailure {
                    try await ExportTiles(place.location, place.key)(into: folder)
                } == .otherTiles(path: tile))
            try Data(bytes).write(to: URL(fileURLWithPath: tile))

            let other = LedgerLocation(path: place.place.path("other.sqlite"))
            let key = LogKeyPlace.file(place.place.path("other.pem"))
            _ = try MakeLogKey(other, key)("other")
            try await place.append(5, "other", to: other)
            #expect(
                await logFailure { try await ExportTiles(other, key)(into: folder) }
                    == .otherTiles(path: folder))
            #expect(try place.read("\(folder)/checkpoint") == checkpoint)
        }
    }

    @Test("A ledger whose entries were changed is not exported as its checkpoint")
    func damaged() async throws {
        try await LogPlace.with { place async throws in
            let folder = place.place.path("tiles")
            _ = try await place.sign()
            let other = LedgerLocation(path: place.place.path("other.sqlite"))
            try await place.append(9, "other", to: other)
            try place.restore(other)
            await #expect(throws: OperationFailure.self) {
                try await ExportTiles(place.location, place.key)(into: folder)
            }
            #expect(!place.place.exists("tiles/checkpoint"))
        }
    }
}
