import Foundation
import LedgerStorage
import Rollout

/// Uses a ledger as a program of its own, so that tests can run several at once and kill them.
///
///     ledger-writer append PATH COUNT NAME    one append for each; prints each at once
///     ledger-writer read PATH [UID]           prints how many records there are, as that user
///     ledger-writer add PATH UID              one append as that user
@main
struct LedgerWriter {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            switch (arguments.first, Array(arguments.dropFirst())) {
            case ("append", let rest) where rest.count == 3:
                try await append(to: rest[0], count: Int(rest[1]) ?? 0, name: rest[2])
            case ("read", let rest) where !rest.isEmpty:
                try become(rest.dropFirst().first)
                let ledger = LedgerFormat(path: rest[0]).ledger(at: rest[0])
                tell("\(try await ledger.records(of: nil).count)\n")
            case ("add", let rest) where rest.count == 2:
                try become(rest[1])
                try await append(to: rest[0], count: 1, name: "other")
            default:
                tell("usage: see the source\n", to: STDERR_FILENO)
                exit(64)
            }
        } catch {
            tell("\(error)\n", to: STDERR_FILENO)
            exit(74)
        }
    }

    private static func append(to path: String, count: Int, name: String) async throws {
        let ledger = SQLiteLedger(path: path)
        let now = Instant(milliseconds: 1_760_000_000_000)
        for number in 0..<count {
            let draft = RecordDraft(
                checklist: name, principal: "\(name)@example.com",
                event: .revocation(
                    Revocation(
                        sequence: 1, digest: ContentDigest(of: "\(number)".utf8),
                        reason: "number \(number)")))
            for record in try await ledger.append([draft], at: now) {
                tell("\(record.sequence) \(record.digest)\n")
            }
        }
        try await ledger.close()
    }

    /// Gives up the rights of the superuser, who is not stopped by file permissions.
    private static func become(_ user: String?) throws {
        guard let user else { return }
        guard let id = uid_t(user), setgroups(0, nil) == 0, setgid(id) == 0, setuid(id) == 0 else {
            throw POSIXError(.EPERM)
        }
    }

    /// Writes at once and past any buffer, because the next thing to happen may be SIGKILL.
    private static func tell(_ text: String, to descriptor: CInt = STDOUT_FILENO) {
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { exit(70) }
    }
}
