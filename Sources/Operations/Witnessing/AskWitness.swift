import Attestation
import Checks
import LedgerStorage
import Rollout

/// Sends the newest checkpoint of a log to a witness, and keeps the cosignature that comes back.
struct AskWitness: Sendable {
    let location: LedgerLocation
    let context: OperationContext

    /// The longest answer that is read: a few signature lines.
    private static let mostBytes = 16 << 10
    private static let deadline = Duration.seconds(10)

    /// What became of it; `known` is the size that the witness signed last, as far as that is known.
    func callAsFunction(
        _ witness: Witness, _ signed: LogCheckpoint, known: Int
    ) async throws -> WitnessStanding {
        let size = signed.checkpoint.extent.size
        var old = min(known, size)
        // It says at most once which size it wants the proof from.
        for attempt in 1...2 {
            let response: HTTPResponse
            switch try await answer(of: witness, signed, from: old) {
            case .success(let answer): response = answer
            case .failure(let failure): return .unreachable(reason: Self.words(failure))
            }
            switch response.status {
            case 200: return try await keep(response.body.kept, of: witness, signed)
            case 409:
                guard let wanted = Self.size(in: response) else { return .refused(status: 409) }
                guard wanted <= size, wanted != old, attempt == 1 else {
                    return .contradicts(size: wanted)
                }
                old = wanted
            default: return .refused(status: response.status)
            }
        }
        return .refused(status: 409)
    }

    private func answer(
        of witness: Witness, _ signed: LogCheckpoint, from old: Int
    ) async throws -> Result<HTTPResponse, TrustedRequest.Failure> {
        let size = signed.checkpoint.extent.size
        let ledger = location.ledger()
        // From nothing, and from the same size, there is nothing to prove.
        let proof =
            old == 0 || old == size
            ? ConsistencyProof(hashes: [])
            : try await ledger.hashes { try $0.consistency(from: old, to: size) }
        try await ledger.close()
        guard let address = witness.submission else { return .failure(.lost) }
        var request = HTTPRequest()
        request.method = "POST"
        request.fields = [HTTPField("Content-Type", "text/plain; charset=utf-8")]
        request.body = Array("\(proof.text(from: old))\n".utf8) + signed.note.bytes
        return await TrustedRequest(
            request, to: address,
            authorities: context.variables[ServerRequests.authoritiesVariable],
            mostBytes: Self.mostBytes
        ).answer(within: Self.deadline, from: context.folder, clock: context.clock)
    }

    /// The size that a conflict names (`text/x.tlog.size`); nil for another answer.
    private static func size(in response: HTTPResponse) -> Int? {
        guard response.value(of: "content-type") == "text/x.tlog.size" else { return nil }
        let bytes = response.body.kept
        guard (2...19).contains(bytes.count), bytes.last == 10,
            bytes.dropLast().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(String(decoding: bytes.dropLast(), as: UTF8.self))
    }

    private func keep(
        _ lines: [UInt8], of witness: Witness, _ signed: LogCheckpoint
    ) async throws -> WitnessStanding {
        var note = signed.note
        for line in lines.split(separator: 10) {
            guard let signature = NoteSignature(line: line), signature.id == witness.key.id else {
                continue
            }
            note = note.adding(signature)
        }
        guard let whole = try? SignedNote(note.bytes),
            let good = try? whole.verified(by: [signed.log, witness.key]),
            let time = good.first(where: { $0.key == witness.key })?.time
        else { return .unusable }
        try await WitnessedCheckpoint(location).keep(whole, of: signed.log)
        return .cosigned(size: signed.checkpoint.extent.size, at: time)
    }

    private static func words(_ failure: TrustedRequest.Failure) -> String {
        switch failure {
        case .lost: "no answer came"
        case .obstacle(let obstacle): obstacle.code.rawValue
        case .ended(let words, _, _): words
        case .untrusted: "its certificate is not trusted here"
        case .tooLong(let bytes): "its answer has more than \(bytes) bytes"
        }
    }
}
