import Checks
import Rollout
import Testing

extension HTTPCheck {
    /// A check that a text describes, carried out without trust.
    static func outcome(
        _ text: String, timeout: Duration = .seconds(60),
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> CheckOutcome {
        let (check, mistakes) = try CheckKind.http.reading("{\(text)}")
        let configured = try #require(check, "\(mistakes)", sourceLocation: sourceLocation)
        return await configured.carryOut(in: .test(timeout: timeout))
    }

    /// The options of a check of the host of the test certificates on a port of loopback.
    static func secured(_ port: Int, _ path: String = "/", _ more: String = "") -> String {
        "url: 'https://good.example.test\(path)', connect-to: '127.0.0.1:\(port)',"
            + " ca-file: root.pem" + (more.isEmpty ? "" : ", \(more)")
    }
}
