package import CanonicalJSON
import Fields
import Files
import Glibc
import LocatedYAML
package import Rollout

/// Whether a parameter of the running kernel has a value.
package struct KernelParameterCheck: Check {
    /// What stands there.
    package enum Observation: Hashable, Sendable {
        case absent
        case value(String)
        case unknown(Obstacle)
    }

    /// With dots, as sysctl(8) names it.
    package let name: String
    package let value: ValueExpectation

    package init(_ name: String, value: ValueExpectation) {
        self.name = name
        self.value = value
    }

    package var subject: String { name }
    package var reach: String { "reads \(path)" }

    /// Dots part the name, and a slash in it stands for a dot of an interface's name.
    private var path: String {
        let parts = name.split(separator: ".").map { $0.replacing("/", with: ".") }
        return "/proc/sys/\(parts.joined(separator: "/"))"
    }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let path = path
        return await CheckThreads.run(environment.timeout) { _ in
            do throws(ProcFile.Failure) {
                let bytes = try ProcFile.bytes(path)
                let words = bytes.split { $0 == 9 || $0 == 10 || $0 == 32 }
                return .value(
                    words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
            } catch {
                guard error.error != SystemError(ENOENT) else { return .absent }
                return .unknown(
                    Obstacle(
                        .hostUnseen,
                        ["what": "parameter \(path)", "detail": error.error.description]))
            }
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["name": .string(name)]
        switch observation {
        case .unknown: break
        case .absent: facts["exists"] = false
        case .value(let value):
            facts["exists"] = true
            facts["value"] = .string(ForeignText.clean(value.utf8, limit: 1000))
        }
        return facts
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard case .value(let value) = observation else { return [:] }
        return ["value": .object(JSONObject(["equals": .text(value)]))]
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        switch observation {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .absent:
            return Judgement(
                value.words(of: "the value").map {
                    Finding($0, actual: "no parameter \(name)", .unmet)
                })
        case .value(let text):
            // What looks like a number is one where the expectation asks for bounds.
            let number = DecimalNumber(text)
            return Judgement(
                value.terms.flatMap { term -> [Finding] in
                    var seen = TypedValue.text(text)
                    if case .bounds = term, let number { seen = .number(number) }
                    return ValueExpectation([term]).findings(
                        of: seen, named: "the value", until: deadline)
                })
        }
    }
}

extension CheckKind {
    package static let kernelParameter = CheckKind(
        "kernel-parameter",
        "Whether a parameter of the running kernel has the value that it should.",
        facts: [
            "name": "The name.", "exists": "Whether there is such a parameter.",
            "value": "Its value, with one blank between its words.",
        ],
        example: """
            - kernel-parameter: {name: net.ipv4.ip_forward, value: {equals: 0}}
            - kernel-parameter: {name: net.core.somaxconn, value: {minimum: 4096}}
            - kernel-parameter: {name: net.ipv4.ip_local_port_range, value: {equals: "32768 60999"}}
            """
    ) { options in
        let name = options.required(
            "name", .parameterName, "The name as sysctl has it, such as `net.ipv4.ip_forward`.")
        let value = options.required(
            "value", .expectation(of: .parameter),
            "Its value, with one blank between its words; minimum and maximum take it as a number.")
        return options.make(name, value) { KernelParameterCheck($0, value: $1) }
    }
}

extension ValueType where Value == String {
    fileprivate static var parameterName: ValueType {
        scalar(
            "the name of a kernel parameter (letters, digits, . _ - and /)",
            schema: ["type": "string", "pattern": "^[A-Za-z0-9_/-]+(\\.[A-Za-z0-9_/-]+)+$"]
        ) { text in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isName = parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix("/") && !part.hasSuffix("/")
                    && part.utf8.allSatisfy { $0.isDigit || $0.isLetter || "_-/".utf8.contains($0) }
            }
            return isName && parts.count > 1 ? text : nil
        }
    }
}
