import Attestation
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Witnessing somebody else's log")
struct WitnessCheckpointTests {
    private struct Desk {
        let place: LogPlace
        let key: NoteKey
        let now = Instant(milliseconds: 1_760_000_000_000)

        init(_ place: LogPlace) throws {
            self.place = place
            key = try WitnessCheckpoint.makeKey(place.place.path("w.pem"), name: "w.example/1")
        }

        func sign(
            _ note: SignedNote, _ evidence: WitnessCheckpoint.Evidence = .none
        ) async throws -> NoteSignature {
            let path = place.place.path("shown.txt")
            try Data(note.bytes).write(to: URL(fileURLWithPath: path))
            let witness = WitnessCheckpoint(
                of: place.log, keyPath: place.place.path("w.pem"),
                statePath: place.place.path("seen.txt"))
            return try await witness(path, evidence, at: now)
        }

        /// A file with the proof that the log makes for this witness.
        func proof(since old: Int) async throws -> WitnessCheckpoint.Evidence {
            let proof = try await ProveConsistency(place.location, place.key)(since: old).proof
            try place.place.write("proof.txt", proof.text(from: old))
            return .proof(path: place.place.path("proof.txt"))
        }
    }

    @Test("A log that grows is signed each time, with a proof, its tiles or a copy")
    func grows() async throws {
        try await LogPlace.with { place async throws in
            let desk = try Desk(place)
            var size = 3
            for evidence in ["none", "proof", "tiles", "copy", "same"] {
                let signed = try await place.sign()
                let shown: WitnessCheckpoint.Evidence
                switch evidence {
                case "proof": shown = try await desk.proof(since: size - 2)
                case "tiles":
                    _ = try await ExportTiles(place.location, place.key)(
                        into: place.place.path("tiles"))
                    shown = .tiles(folder: place.place.path("tiles"))
                case "copy": shown = .ledger(place.location)
                default: shown = .none
                }
                let note = signed.note.adding(try await desk.sign(signed.note, shown))
                let good = try SignedNote(note.bytes).verified(by: [place.log, desk.key])
                #expect(good.map(\.key) == [place.log, desk.key])
                #expect(good[1].time == desk.now)
                if evidence != "copy" {
                    try await place.append(2)
                    size += 2
                }
            }
        }
    }

    @Test("A log that shrank, or has another history, is refused, and the state stays")
    func forked() async throws {
        try await LogPlace.with { place async throws in
            let desk = try Desk(place)
            let file = try KeyFile(place.read(place.keyPath))
            let first = try await place.sign()
            _ = try await desk.sign(first.note)
            try await place.append(2)
            let second = try await place.sign()
            _ = try await desk.sign(second.note, desk.proof(since: 3))
            let state = try place.read(place.place.path("seen.txt"))
            let seen = second.checkpoint.extent

            // An older checkpoint of the same log.
            #expect(
                await logFailure { try await desk.sign(first.note) }
                    == .shrunk(seen: seen, size: 3))
            // Another history of the same size: an operator who signs it all the same.
            let root = ContentDigest(of: "other".utf8)
            let fork = try LogKey(file).sign(LedgerExtent(size: 5, root: root))
            #expect(
                await logFailure { try await desk.sign(fork) } == .split(seen: seen, root: root))
            // And a larger one, which its own ledger and tiles bear out.
            let other = LedgerLocation(path: place.place.path("fork.sqlite"))
            try await place.append(8, "other", to: other)
            let extent = try await other.ledger().hashes { try $0.extent(at: 8) }
            let larger = try LogKey(file).sign(extent)
            #expect(
                await logFailure { try await desk.sign(larger) }
                    == .proofWanted(seen: 5, size: 8))
            let unproved = LogFailure.unproved(seen: seen, size: 8)
            #expect(await logFailure { try await desk.sign(larger, .ledger(other)) } == unproved)
            let text = try await other.ledger().hashes { hashes in
                try hashes.consistency(from: 5, to: 8).text(from: 5)
            }
            try place.place.write("fork.txt", text)
            let path = place.place.path("fork.txt")
            #expect(
                await logFailure { try await desk.sign(larger, .proof(path: path)) } == unproved)
            try place.place.write("fork.txt", text.replacing("old 5", with: "old 4"))
            #expect(
                await logFailure { try await desk.sign(larger, .proof(path: path)) }
                    == .otherProof(seen: 5, old: 4))
            #expect(try place.read(place.place.path("seen.txt")) == state)
        }
    }

    @Test("A checkpoint of another log, or with a bad signature, is refused")
    func otherLog() async throws {
        try await LogPlace.with { place async throws in
            let desk = try Desk(place)
            let other = try LogKey(
                KeyFile(name: LogPlace.name, kind: .ed25519, seed: Array(1...32)))
            let path = place.place.path("shown.txt")
            #expect(
                await logFailure { try await desk.sign(try other.sign(.empty)) }
                    == .unreadable(path: path, .unknownSigners))
            #expect(!place.place.exists("seen.txt"))
        }
    }

    @Test("A witness's key signs no checkpoints as a log, and a log's key none as a witness")
    func uses() async throws {
        try await LogPlace.with { place async throws in
            _ = try Desk(place)
            let signed = try await place.sign()
            try Data(signed.note.bytes).write(
                to: URL(fileURLWithPath: place.place.path("shown.txt")))
            let witness = WitnessCheckpoint(
                of: place.log, keyPath: place.keyPath, statePath: place.place.path("seen.txt"))
            #expect(
                await logFailure {
                    try await witness(place.place.path("shown.txt"), .none, at: place.place.now)
                } == .unreadable(path: place.keyPath, .keyUse(wanted: .cosignature)))
        }
    }

    @Test("A cosignature is kept with the newest checkpoint, and one over another is not")
    func accepted() async throws {
        try await LogPlace.with { place async throws in
            let desk = try Desk(place)
            let first = try await place.sign()
            let line = try await desk.sign(first.note)
            try place.place.write("line.txt", "\(line.line)\n")
            let path = place.place.path("line.txt")
            let kept = try await AcceptCosignature(place.location)(path, of: desk.key)
            #expect(kept.note == first.note.adding(line))
            // It stays as long as nothing is added.
            #expect(try await place.sign() == kept)
            try await place.append(1)
            #expect(try await place.sign().note.signatures.count == 1)
            #expect(
                await logFailure {
                    try await AcceptCosignature(place.location)(path, of: desk.key)
                } == .otherCosignature(witness: "w.example/1"))
        }
    }
}
