import GRDB
import LedgerStorage
import Rollout
import Testing

/// What a person reads when a ledger cannot do its work.
struct LedgerErrorTests {
    static let texts: [(cause: LedgerError.Cause, text: String)] = [
        (
            .notALedger(reason: "it is a folder"),
            "a.db is not a ledger: it is a folder. Name another file as the ledger, or move this one "
                + "away; it was not changed."
        ),
        (
            .newerVersion(3),
            "The ledger a.db has version 3 of its form, which is newer than this program knows. "
                + "Install the newest readiness; the ledger was not changed."
        ),
        (
            .unreleasedVersion(1),
            "The ledger a.db has version 1 of its form, which an unreleased version of readiness "
                + "wrote and no other reads. Move it away, and a new ledger will be started; it was "
                + "not changed."
        ),
        (
            .unreadable(reason: "permission denied"),
            "The ledger a.db cannot be read: permission denied."
        ),
        (
            .unwritable(reason: "permission denied"),
            "Nothing can be recorded in the ledger a.db: permission denied. Nothing was recorded."
        ),
        (
            .readOnlyFormat,
            "Nothing can be recorded in a.db: a ledger in a text file is only read. Name an SQLite "
                + "ledger (a path that does not end in .jsonl). Nothing was recorded."
        ),
        (
            .damaged(LedgerDamage(sequence: 7, reason: "it is missing")),
            "The ledger a.db is damaged or was tampered with. At entry 7: it is missing. Restore it "
                + "from a backup or an export, and find out what changed it."
        ),
        (
            .damaged(LedgerDamage(sequence: nil, reason: "it makes no sense")),
            "The ledger a.db is damaged or was tampered with. As a whole: it makes no sense. Restore "
                + "it from a backup or an export, and find out what changed it."
        ),
        (
            .clockDiffers(
                now: Instant(milliseconds: 0), newest: Instant(milliseconds: 7_200_000), sequence: 9
            ),
            "The clock of this machine shows 1970-01-01T00:00:00Z, but entry 9 of the ledger a.db "
                + "was made at 1970-01-01T02:00:00Z, 2 hours later: one of the two clocks is wrong. Set "
                + "this machine's clock if it is behind. If the machine that made entry 9 was ahead, "
                + "the owner of its rollout says when it was made: readiness correct CHECKLIST 9 "
                + "--time INSTANT --reason TEXT. Nothing was recorded or judged."
        ),
        (
            .fewerEntries(wanted: 9, size: 8),
            "The ledger a.db has 8 entries, fewer than the 9 that were asked for. Name another ledger "
                + "or a smaller number."
        ),
        (
            .full,
            "The disk or quota that holds the ledger a.db is full. Free some space and try again. "
                + "Nothing was recorded."
        ),
        (
            .busy,
            "Another program keeps the ledger a.db locked. Wait until it is done, or stop it, and try "
                + "again. Nothing was recorded."
        ),
        (
            .unusableDraft(reason: "the key `body.until` is wrong"),
            "This cannot be recorded: the key `body.until` is wrong. Nothing was recorded."
        ),
        (
            .unusablePrefix("xyz"),
            "“xyz” does not name a checklist text: give 8 to 64 hexadecimal digits in lower case, with "
                + "or without sha256: before them."
        ),
        (
            .ambiguousPrefix("e3b0c442", matches: [ContentDigest(of: [])]),
            "“e3b0c442” fits more than one checklist text: sha256:"
                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855. Give more digits."
        ),
        (.failed(reason: "it broke"), "The ledger a.db failed: it broke."),
    ]

    @Test("An error names the ledger, the reason and the way out", arguments: texts)
    func text(cause: LedgerError.Cause, text: String) {
        #expect(LedgerError(LedgerLocation(path: "a.db"), cause).description == text)
    }

    static let codes: [(code: ResultCode, words: String)] = [
        (.SQLITE_NOTADB, "a.db is not a ledger: it is not an SQLite database."),
        (.SQLITE_CORRUPT, "The ledger a.db is damaged"), (.SQLITE_FULL, "is full."),
        (.SQLITE_BUSY, "Another program keeps"), (.SQLITE_LOCKED, "Another program keeps"),
        (.SQLITE_BUSY_SNAPSHOT, "Another program keeps"), (.SQLITE_READONLY, "write-protected"),
        (.SQLITE_READONLY_DIRECTORY, "write-protected"), (.SQLITE_CANTOPEN, "cannot be read"),
        (.SQLITE_IOERR_FSYNC, "the disk could not be read or written"),
        (.SQLITE_CONSTRAINT_TRIGGER, "The ledger a.db failed: words."),
        (.SQLITE_INTERRUPT, "The ledger a.db failed: words."),
    ]

    @Test(
        "An error of SQLite becomes one of a ledger, and keeps its SQL to itself", arguments: codes)
    func code(code: ResultCode, words: String) {
        let error = DatabaseError(
            resultCode: code, message: "words", sql: "INSERT secret", arguments: ["secret"])
        let text = LedgerError(LedgerLocation(path: "a.db"), LedgerError.Cause(error)).description
        #expect(text.contains(words), "\(text)")
        #expect(!text.contains("secret"))
    }
}
