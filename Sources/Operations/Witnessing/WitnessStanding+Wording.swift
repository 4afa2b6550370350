import Rollout

extension WitnessStanding {
    /// A sentence about the witness of a name.
    package func sentence(_ name: String) -> String {
        switch self {
        case .waiting: "The witness \(name) was not asked yet."
        case .cosigned(let size, let time):
            "The witness \(name) signed the checkpoint of \(size) entries at \(time.rfc3339)."
        case .unreachable(let reason):
            "The witness \(name) was not reached: \(reason). It is asked again; statements do not wait for it."
        case .refused(let status):
            "The witness \(name) does not sign: it answered with the status \(status)."
        case .contradicts(let size):
            "The witness \(name) saw another log of this name, or more of it: it knows \(size) entries that are not the first of these. Find out why before you rely on this ledger."
        case .unusable:
            "The witness \(name) answered with what is no signature of its key over the checkpoint."
        }
    }
}
