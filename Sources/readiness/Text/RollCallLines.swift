import Characters
import Reporting
import Rollout

/// The answers to a roll call, a line for each role that was asked.
enum RollCallLines {
    static func lines(_ polls: [PollAssessment], _ checklist: Checklist) -> [String] {
        let others = polls.map(\.role).filter { !checklist.decisions.poll.contains($0) }
        let roles = checklist.decisions.poll + Set(others).sorted()
        return roles.map { role in
            let answers = polls.filter { $0.role == role }.map {
                "\($0.poll.choice.rawValue) by \($0.principal)\(AuthenticationWording.mark($0.entry)): \($0.poll.comment)"
            }
            return VisibleText.line(
                "  \(role): \(answers.isEmpty ? "no answer" : answers.joined(separator: "; "))")
        }
    }
}
