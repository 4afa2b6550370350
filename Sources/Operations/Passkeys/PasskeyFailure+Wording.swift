import Reporting
import Rollout

extension PasskeyFailure: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    package var description: String {
        switch self {
        case .enrolment(let fault): return EnrolmentWording.sentence(fault)
        case .noPage:
            return "The list of signers on record names no page where people may sign. Name the "
                + "address of the server: readiness signers --update --origin https://HOST."
        case .noSuchKey(let key, let enrolled):
            let known =
                enrolled.isEmpty
                ? "No passkey waits to be confirmed."
                : "These wait to be confirmed: \(enrolled.map(\.text).joined(separator: ", "))."
            return "No passkey \(key) was enrolled. \(known)"
        case .listedAlready(let key): return "The list of signers has the passkey \(key) already."
        }
    }
}
