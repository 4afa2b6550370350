import Rollout
import Synchronization

/// Speaks a dialogue over a connection, and keeps what was seen also where it breaks off.
///
/// The turns before TLS are the preamble of the connection, the others its exchange.
package final class DialogueSpeaker: Preamble {
    private let dialogue: Dialogue
    private let state = Mutex(DialogueRecord())

    /// What was seen so far.
    package var record: DialogueRecord { state.withLock { $0 } }

    package init(_ dialogue: Dialogue) {
        self.dialogue = dialogue
    }

    package func speak(over connection: Connection) throws(ExchangeFailure) {
        guard let place = dialogue.securing?.place else { return }
        try speak(dialogue.turns[..<place], over: connection)
        // TLS must not begin with a server that said something else; the findings say what.
        guard !record.isBroken else { throw .refused("an answer that is not as expected") }
    }

    /// Speaks what is left once the connection stands.
    package func goOn(over connection: Connection) throws(ExchangeFailure) {
        if let place = dialogue.securing?.place {
            state.withLock { $0.events.append(.secured) }
            try speak(dialogue.turns[(place + 1)...], over: connection)
        } else {
            try speak(dialogue.turns[...], over: connection)
        }
    }

    private func speak(
        _ turns: ArraySlice<Turn>, over connection: Connection
    ) throws(ExchangeFailure) {
        for turn in turns where !record.isBroken {
            switch turn {
            case .send(let parts):
                let bytes = self.bytes(of: parts)
                try connection.send(bytes)
                state.withLock { $0.events.append(.sent(bytes.count)) }
            case .hear(let hearing): try hear(hearing, over: connection)
            case .secure: break
            }
        }
    }

    private func bytes(of parts: [Turn.Part]) -> [UInt8] {
        let captured = record.captured
        return parts.flatMap { part in
            switch part {
            case .bytes(let bytes): return bytes
            case .captured(let name): return captured[name] ?? []
            }
        }
    }

    private func hear(
        _ hearing: Turn.Hearing, over connection: Connection
    ) throws(ExchangeFailure) {
        let stopwatch = Stopwatch()
        let bytes: [UInt8]
        do throws(ExchangeFailure) {
            bytes = try Self.receive(hearing.extent, over: connection)
        } catch {
            let rest = connection.waiting.prefix(Dialogue.answerLimit)
            state.withLock { $0.unfinished = Array(rest) }
            throw error
        }
        let answer = Answer(hearing, bytes)
        let kept = answer.captured(until: connection.deadline)
        let isGood =
            kept.values.allSatisfy { $0.bytes != nil }
            && answer.findings(of: "the answer", until: connection.deadline).allSatisfy(\.isMet)
        state.withLock { record in
            record.events.append(.heard(bytes, milliseconds: stopwatch.milliseconds))
            for (name, value) in kept { record.captured[name] = value.bytes }
            record.isBroken = !isGood
        }
    }

    private static func receive(
        _ extent: Turn.Extent, over connection: Connection
    ) throws(ExchangeFailure) -> [UInt8] {
        switch extent {
        case .line: return try connection.line()
        case .bytes(let count): return try connection.bytes(count)
        case .lines(let last):
            var bytes: [UInt8] = []
            while true {
                let line = try connection.line()
                bytes += line
                guard bytes.count <= Dialogue.answerLimit else {
                    throw .refused("an answer without end")
                }
                // Bytes that are no text stand as U+FFFD, which nobody waits for.
                let text = TypedValue.text(String(decoding: line, as: UTF8.self))
                switch last.standing(of: text, until: connection.deadline) {
                case .met, .warned: return bytes
                case .unknown where connection.deadline.isOver:
                    throw connection.deadline.isStopped ? .stopped : .timedOut
                case .unmet, .unknown: bytes.append(UInt8(ascii: "\n"))
                }
            }
        }
    }
}
