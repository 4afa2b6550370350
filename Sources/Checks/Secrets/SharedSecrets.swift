import Synchronization

/// The secrets of all checks of a checklist: what one of them is given must not stand in what another
/// one says.
package final class SharedSecrets: Sendable {
    private struct State {
        /// They were looked for where they are kept.
        var areRead = false
        var values: Set<String> = []
        /// Made of the values; nil after one was added.
        var mask: SecretMask?
    }

    private let secrets: Set<Secret>
    private let state = Mutex(State())

    package init(_ secrets: some Sequence<Secret> = []) {
        self.secrets = Set(secrets)
    }

    /// A mask for all that are known by now, and for those of a check itself.
    ///
    /// They are read once, and only for a checklist that is trusted; one that cannot be read is known
    /// once a check was given it.
    func mask(with own: some Sequence<String>, in environment: CheckEnvironment) -> SecretMask {
        let own = Set(own)
        return state.withLock { state in
            if !state.areRead, environment.commands == .granted {
                state.areRead = true
                add(secrets.compactMap { try? $0.value(in: environment).get() }, to: &state)
            }
            add(own, to: &state)
            let mask = state.mask ?? SecretMask(state.values)
            state.mask = mask
            // What is too short to be looked for everywhere is masked where it belongs.
            let short = own.subtracting(state.values)
            return short.isEmpty ? mask : SecretMask(state.values.union(short))
        }
    }

    private func add(_ values: some Sequence<String>, to state: inout State) {
        for value in values
        where SecretMask.trimmed(value).utf8.count >= SecretMask.shortestLine {
            if state.values.insert(value).inserted { state.mask = nil }
        }
    }
}
