import Attestation
import Dispatch
import LedgerStorage
import Rollout
import Synchronization

/// Verifies the signatures of entries as they come, on all processors.
///
/// The reader of the ledger waits where it is too far ahead, so that memory does not grow with the
/// ledger.
final class SignatureAudit: Sendable {
    private let signers: SignersHistory
    private let report: @Sendable (AuditFinding) -> Void
    private let waiting = Mutex<[Entry]>([])
    private let verified = Mutex<[Int: Authentication]>([:])
    private let group = DispatchGroup()
    private let queue = DispatchQueue(label: "signatures", attributes: .concurrent)
    private let room = DispatchSemaphore(value: 64)

    private static let batch = 128

    /// - Parameters:
    ///   - signers: Whose keys counted when.
    ///   - report: Told of each signature that does not hold, on any thread.
    init(_ signers: SignersHistory, _ report: @escaping @Sendable (AuditFinding) -> Void) {
        self.signers = signers
        self.report = report
    }

    func add(_ entry: Entry) {
        guard entry.signature != nil, entry.statement.body.kind != .signers else { return }
        let full = waiting.withLock { waiting -> [Entry]? in
            waiting.append(entry)
            guard waiting.count >= Self.batch else { return nil }
            defer { waiting = [] }
            return waiting
        }
        if let full { verify(full) }
    }

    /// Waits for all of them, and returns how the signed statements are authenticated, by the numbers
    /// of their entries; those that record lists of signers are judged as lists.
    func finish() -> [Int: Authentication] {
        let rest = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        verify(rest)
        group.wait()
        for list in signers.lists {
            guard let fault = list.fault else { continue }
            report(
                AuditFinding(
                    entry: list.entry.sequence, rule: .signature,
                    detail: .signers(fault)))
        }
        return verified.withLock { $0 }
    }

    private func verify(_ entries: [Entry]) {
        guard !entries.isEmpty else { return }
        room.wait()
        queue.async(group: group) { [self] in
            defer { room.signal() }
            let found = entries.map { ($0.sequence, signers.authentication(of: $0)) }
            for case (let sequence, .refused(let fault)) in found {
                // What counted when it was recorded and was withdrawn since is no fault of the
                // ledger.
                report(
                    AuditFinding(entry: sequence, rule: .signature, detail: .signature(fault)))
            }
            verified.withLock { verified in
                for (sequence, authentication) in found { verified[sequence] = authentication }
            }
        }
    }
}
