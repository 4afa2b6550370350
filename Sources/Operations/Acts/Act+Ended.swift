package import Reporting
package import Rollout

extension Act {
    /// The sign-offs of other steps, or of other people, that counted before an entry was recorded
    /// and do not count with it.
    package func signOffs(endedBy entry: Entry) -> [SignOffAssessment] {
        let after = checklist.assessment(
            of: assessment.entries + [entry], asOf: max(assessment.asOf, entry.recordedAt))
        let counting = Set(assessment.signOffs.filter(\.counts).map(\.entry.sequence))
        return after.signOffs.filter { signOff in
            // That a newer sign-off of the same person replaces an older one needs no words.
            if case .replaced = signOff.reason { return false }
            return counting.contains(signOff.entry.sequence) && !signOff.counts
        }
    }

    /// What sentences about the act look titles and times up in.
    package var context: WordingContext { words }
}
