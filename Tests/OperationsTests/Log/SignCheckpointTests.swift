import Attestation
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Signing checkpoints of a ledger")
struct SignCheckpointTests {
    @Test("The key is its owner's alone, the public one lies beside the ledger")
    func key() async throws {
        try await LogPlace.with { place async throws in
            #expect(try Permissions.of(place.keyPath) == 0o600)
            #expect(try place.read(place.publicPath) == Array("\(place.log)\n".utf8))
            #expect(place.log.name == LogPlace.name)
            #expect(
                await logFailure { try MakeLogKey(place.location, place.key)("other") }
                    == .hasLog(place.location, name: LogPlace.name))
        }
    }

    @Test("A key of a name that signed something is never used for another ledger")
    func keyInUse() async throws {
        try await LogPlace.with { place async throws in
            let other = LedgerLocation(path: place.place.path("other.sqlite"))
            // It signed nothing yet: a start that was interrupted goes on.
            #expect(try MakeLogKey(other, place.key)(LogPlace.name) == place.log)
            try FileManager.default.removeItem(atPath: "\(other.path).vkey")
            _ = try await place.sign()
            #expect(
                await logFailure { try MakeLogKey(other, place.key)(LogPlace.name) }
                    == .keyInUse(path: place.keyPath))
            #expect(
                await logFailure { try MakeLogKey(other, place.key)("two words") }
                    == .unusable("two words", .keyName("two words")))
        }
    }

    @Test("What is signed is what the ledger has, and is verified by its key")
    func signs() async throws {
        try await LogPlace.with(entries: 0) { place async throws in
            #expect(try await place.sign().checkpoint.extent == .empty)
            for size in [1, 5, 6] {
                try await place.append(size == 5 ? 4 : 1)
                let signed = try await place.sign()
                let extent = try await place.location.ledger()
                    .reading(of: nil, asOf: .everything).state.extent
                #expect(signed.checkpoint.extent == extent)
                #expect(extent.size == size)
                let published = try SignedNote(place.read(place.checkpointPath))
                #expect(try published.checkpoint(of: place.log) == signed.checkpoint)
                #expect(try place.read("\(place.keyPath).checkpoint") == signed.note.bytes)
                #expect(try Permissions.of("\(place.keyPath).checkpoint") == 0o600)
                // Without a new entry nothing is signed anew.
                #expect(try await place.sign() == signed)
            }
        }
    }

    @Test("A ledger that was brought back from a copy is not signed, with or without its files")
    func restored() async throws {
        try await LogPlace.with { place async throws in
            let first = try await place.sign()
            let copy = try place.copyLedger(to: "copy.sqlite")
            try await place.append(2)
            let second = try await place.sign().checkpoint.extent
            try place.restore(copy)
            let forked = LogFailure.forked(
                place.location, signed: second, path: "\(place.keyPath).checkpoint", size: 3)
            #expect(await logFailure { try await place.sign() } == forked)
            // What lies beside the ledger came from the copy as well: the key's own state is newer.
            try Data(first.note.bytes).write(to: URL(fileURLWithPath: place.checkpointPath))
            #expect(await logFailure { try await place.sign() } == forked)
            // Other entries in place of those that were signed.
            try await place.append(2, "other")
            #expect(
                await logFailure { try await place.sign() }
                    == .forked(
                        place.location, signed: second, path: "\(place.keyPath).checkpoint", size: 5
                    ))
            try await place.append(4, "more")
            #expect(await logFailure { try await place.sign() } != nil)
            // Nothing was written meanwhile.
            #expect(try place.read(place.checkpointPath) == first.note.bytes)
        }
    }

    @Test("The copy beside the ledger is enough to notice it, where the key's state is lost")
    func stateLost() async throws {
        try await LogPlace.with { place async throws in
            let copy = try place.copyLedger(to: "copy.sqlite")
            try await place.append(1)
            let signed = try await place.sign().checkpoint.extent
            try FileManager.default.removeItem(atPath: "\(place.keyPath).checkpoint")
            try place.restore(copy)
            try await place.append(9, "other")
            #expect(
                await logFailure { try await place.sign() }
                    == .forked(
                        place.location, signed: signed, path: place.checkpointPath, size: 12))
        }
    }

    @Test("A state that was interrupted between keeping and publishing is published")
    func interrupted() async throws {
        try await LogPlace.with { place async throws in
            let first = try await place.sign()
            try await place.append(1)
            let second = try await place.sign()
            try Data(first.note.bytes).write(to: URL(fileURLWithPath: place.checkpointPath))
            #expect(try await place.sign() == second)
            #expect(try place.read(place.checkpointPath) == second.note.bytes)
        }
    }

    @Test("A key that others may read, that is another one, or that is gone signs nothing")
    func keys() async throws {
        try await LogPlace.with { place async throws in
            try Permissions.set(0o640, of: place.keyPath)
            #expect(
                await logFailure { try await place.sign() } == .unsafeKey(path: place.keyPath))
            try Permissions.set(0o600, of: place.keyPath)
            let path = place.place.path("other.pem")
            let location = LedgerLocation(path: place.place.path("other.sqlite"))
            _ = try MakeLogKey(location, .file(path))("other")
            #expect(
                await logFailure {
                    try await SignCheckpoint(place.location, .file(path))()
                } == .otherKey(path: path, name: "other", ledger: place.location))
            let absent = place.place.path("absent.pem")
            #expect(
                await logFailure { try await SignCheckpoint(place.location, .file(absent))() }
                    == .noKey(path: absent, name: LogPlace.name))
            #expect(try await CurrentCheckpoint(place.location, .file(absent))() == nil)
            try Data("nonsense\n".utf8).write(to: URL(fileURLWithPath: place.keyPath))
            #expect(
                await logFailure { try await place.sign() }
                    == .unreadable(path: place.keyPath, .keyFile))
        }
    }

    @Test("Without the key the newest checkpoint is the one that was signed last")
    func current() async throws {
        try await LogPlace.with { place async throws in
            let signed = try await place.sign()
            try await place.append(2)
            let elsewhere = LogKeyPlace.file(place.place.path("absent.pem"))
            #expect(try await CurrentCheckpoint(place.location, elsewhere)() == signed)
            let current = try #require(try await CurrentCheckpoint(place.location, place.key)())
            #expect(current.checkpoint.extent.size == 5)
            // A reader without the key notices a fork as well.
            let copy = LedgerLocation(path: place.place.path("forked.sqlite"))
            try await place.append(7, "other", to: copy)
            try place.restore(copy)
            #expect(
                await logFailure { try await CurrentCheckpoint(place.location, elsewhere)() }
                    == .forked(
                        place.location, signed: current.checkpoint.extent,
                        path: place.checkpointPath, size: 7))
        }
    }

    @Test("A ledger without a log has no checkpoint, and says how to get one")
    func noLog() async throws {
        try await Place.with { place async throws in
            let location = LedgerLocation(path: place.path("ledger.sqlite"))
            let key = LogKeyPlace.account(folder: place.path("config"))
            #expect(try await CurrentCheckpoint(location, key)() == nil)
            #expect(
                await logFailure { try await SignCheckpoint(location, key)() } == .noLog(location))
            #expect(
                await logFailure { try await ReceiptForEntry(location, key)(1) } == .noLog(location)
            )
        }
    }

    @Test("Any byte of a kept checkpoint that is another one is noticed")
    func tampered() async throws {
        try await LogPlace.with { place async throws in
            let bytes = try await place.sign().note.bytes
            for index in stride(from: 0, to: bytes.count, by: 7) {
                var changed = bytes
                changed[index] ^= 1
                try Data(changed).write(to: URL(fileURLWithPath: place.checkpointPath))
                await #expect(throws: OperationFailure.self) { try await place.sign() }
            }
        }
    }

    @Test("Many who sign at once all get a checkpoint, and none contradicts another")
    func atOnce() async throws {
        try await LogPlace.with { place async throws in
            let signed = try await withThrowingTaskGroup(of: LogCheckpoint.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        try await place.append(1, "writer \(number)")
                        return try await place.sign()
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(signed.count == 12)
            let ledger = place.location.ledger()
            for checkpoint in signed {
                let extent = checkpoint.checkpoint.extent
                #expect(try await ledger.hashes { try $0.extent(at: extent.size) } == extent)
            }
            #expect(try await place.sign().checkpoint.extent.size == 15)
        }
    }
}
