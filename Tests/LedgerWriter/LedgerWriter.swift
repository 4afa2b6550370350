import Foundation
import LedgerStorage
import PostgresStorage
import Rollout

/// Uses a ledger as a program of its own, so that tests can run several at once and kill them, and
/// benchmarks can time it.
///
///     ledger-writer append PATH COUNT NAME    one append for each; prints each at once
///     ledger-writer fill PATH COUNT NAME      the same, prints nothing
///     ledger-writer count PATH [UID]          prints how many entries there are, as that user
///     ledger-writer add PATH UID              one append as that user
///     ledger-writer read PATH ROLLOUT         prints how many entries the rollout has
///     ledger-writer verify PATH               prints the extent, and what is damaged
///     ledger-writer generate PATH ROLLOUT ENTRIES [OTHERS ENTRIES]
///                                             a ledger of a rollout, spread among that many others
///     ledger-writer sign PATH ROLLOUT PLACE STEP STEP-DIGEST CHECKLIST-DIGEST COUNT [PEOPLE]
///                                             a step is signed as often, by people with keys in turn
///     ledger-writer requests ROLLOUT PLACE STEP STEP-DIGEST CHECKLIST-DIGEST COUNT PEOPLE
///                                             prints as many sign-offs with signatures, as a server takes them
///     ledger-writer signers PEOPLE            prints the list of their keys
///     ledger-writer root FILE                 prints the extent of entries that lie in a file, a line each
@main
struct LedgerWriter {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            switch (arguments.first, Array(arguments.dropFirst())) {
            case ("append", let rest) where rest.count == 3:
                try await append(to: rest[0], count: Int(rest[1]) ?? 0, name: rest[2])
            case ("fill", let rest) where rest.count == 3:
                try await append(
                    to: rest[0], count: Int(rest[1]) ?? 0, name: rest[2], isQuiet: true)
            case ("count", let rest) where !rest.isEmpty:
                try become(rest.dropFirst().first)
                let reading = try await ledger(rest[0]).reading(of: nil, asOf: .everything)
                tell("\(reading.entries.count)\n")
            case ("add", let rest) where rest.count == 2:
                try become(rest[1])
                try await append(to: rest[0], count: 1, name: "other")
            case ("read", let rest) where rest.count == 2:
                let reading = try await ledger(rest[0]).reading(of: rest[1], asOf: .everything)
                tell("\(reading.entries.count) of \(reading.state.extent.size)\n")
            case ("verify", let rest) where rest.count == 1:
                let extent = try await ledger(rest[0]).verify { tell("\($0)\n") }
                tell("\(extent.size) \(extent.root)\n")
            case ("generate", let rest) where rest.count == 3 || rest.count == 5:
                let numbers = rest.dropFirst(2).compactMap { Int($0) }
                try await LedgerGenerator(
                    rollout: rest[1], entries: numbers.first ?? 0,
                    others: numbers.count == 3 ? numbers[1] : 0,
                    otherEntries: numbers.count == 3 ? numbers[2] : 0
                ).write(to: LedgerLocation(path: rest[0]))
            case ("requests", let rest) where rest.count == 7:
                guard let step = ContentDigest(rest[3]), let checklist = ContentDigest(rest[4]),
                    let count = Int(rest[5]), let people = Int(rest[6])
                else { exit(64) }
                let generator = SignOffGenerator(
                    rollout: rest[0], place: rest[1],
                    step: StepReference(id: StepID(rest[2]), digest: step), checklist: checklist,
                    count: count, people: people, instant: now())
                try generator.requests { tell($0) }
            case ("signers", let rest) where rest.count == 1:
                for number in 1...max(1, Int(rest[0]) ?? 1) {
                    tell("\(try SampleKey(number).line(for: SignOffGenerator.person(number)))\n")
                }
            case ("root", let rest) where rest.count == 1:
                let extent = try EntryLines(path: rest[0]).extent()
                tell("\(extent.size) \(extent.root)\n")
            case ("sign", let rest) where rest.count == 7 || rest.count == 8:
                guard let step = ContentDigest(rest[4]), let checklist = ContentDigest(rest[5]),
                    let count = Int(rest[6])
                else { exit(64) }
                try await SignOffGenerator(
                    rollout: rest[1], place: rest[2],
                    step: StepReference(id: StepID(rest[3]), digest: step), checklist: checklist,
                    count: count, people: rest.dropFirst(7).first.flatMap { Int($0) },
                    instant: rest.count == 7 ? LedgerGenerator.start : now()
                ).write(to: try ledger(rest[0]))
            default:
                tell("usage: see the source\n", to: STDERR_FILENO)
                exit(64)
            }
        } catch {
            tell("\(error)\n", to: STDERR_FILENO)
            exit(74)
        }
    }

    /// A ledger at a path, or in a database, with what lies beside it in the working folder.
    private static func ledger(_ path: String) throws -> any Ledger {
        guard path.hasPrefix("postgresql://") else { return LedgerLocation(path: path).ledger() }
        return PostgresDatabase(try PostgresAddress(path)).location(in: ".").ledger()
    }

    private static func append(
        to path: String, count: Int, name: String, isQuiet: Bool = false
    ) async throws {
        let ledger = try ledger(path)
        for number in 0..<count {
            let statement = LedgerGenerator.waiver(name, "number \(number)")
            for entry in try await ledger.append([Draft(statement)], at: LedgerGenerator.start) {
                if !isQuiet { tell("\(entry.sequence) \(entry.digest)\n") }
            }
        }
        try await ledger.close()
    }

    private static func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
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
