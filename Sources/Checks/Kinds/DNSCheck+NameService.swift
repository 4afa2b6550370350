import Rollout

extension DNSCheck {
    /// Judges what the name service of this machine said.
    func service(_ observation: DNSObservation, _ deadline: Deadline) -> Judgement {
        if observation.wasStopped { return Judgement(.stopped) }
        switch observation.service?.result {
        case .addresses(let found, _): return present(found.map { Array($0.utf8) }, deadline)
        // That a name is gone cannot be known from here: a source may have been left out.
        case .absent(let words) where expected.resolves: return absent(words)
        case .absent(let words), .failed(let words):
            return Judgement(.lookupFailed, ["host": inquiry.name, "detail": words])
        case .timedOut:
            return Judgement(
                .lookupFailed, ["host": inquiry.name, "detail": "no answer in time"])
        case nil: return Judgement(.nothingObserved)
        }
    }
}
