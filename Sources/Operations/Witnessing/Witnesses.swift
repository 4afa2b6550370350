import Attestation
package import LedgerStorage
import Rollout

/// The witnesses of a log: each is asked to sign what the log signed last.
///
/// A statement waits for none of them. One that cannot be reached is asked again, after waits that
/// double, and what is known of it can be read at any time.
package actor Witnesses {
    private let asking: AskWitness
    private let log: ServeLog
    private let clock: @Sendable () -> Instant
    private var states: [State]

    private struct State {
        let witness: Witness
        var standing = WitnessStanding.waiting
        /// The size that it signed last, as far as that is known.
        var known = 0
        var failures = 0
        /// Not to be asked before.
        var rests: Instant?
    }

    private static let longestRest = Duration.seconds(300)

    package init(
        _ witnesses: [Witness], of location: LedgerLocation, _ place: LogKeyPlace,
        _ context: OperationContext
    ) {
        asking = AskWitness(location: location, context: context)
        log = ServeLog(location, place)
        clock = context.clock
        states = witnesses.map { State(witness: $0) }
    }

    /// Asks each that has not signed what the log signed last; says which of them stand otherwise since.
    package func ask() async throws -> [(name: String, standing: WitnessStanding)] {
        guard !states.isEmpty, let signed = try await log.checkpoint() else { return [] }
        var changed: [(name: String, standing: WitnessStanding)] = []
        for place in states.indices {
            let before = states[place]
            guard !before.standing.covers(signed.checkpoint.extent.size),
                before.rests.map({ clock() >= $0 }) ?? true
            else { continue }
            let standing = try await asking(before.witness, signed, known: before.known)
            states[place].standing = standing
            if case .cosigned(let size, _) = standing {
                states[place].known = size
                states[place].failures = 0
                states[place].rests = nil
            } else {
                states[place].failures += 1
                let rest = Duration.seconds(1 << min(before.failures, 9))
                states[place].rests = clock().advanced(by: min(rest, Self.longestRest))
            }
            if standing != before.standing { changed.append((before.witness.key.name, standing)) }
        }
        return changed
    }

    /// A sentence on each, in the order in which they were named.
    package var sentences: [String] {
        states.map { $0.standing.sentence($0.witness.key.name) }
    }
}
