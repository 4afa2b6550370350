package import CanonicalJSON
import Fields
import Files
import Glibc
import LocatedYAML
package import Rollout

/// Whether systemd runs a service.
package struct ServiceCheck: Check {
    /// What the service is held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        /// Nil where it does not matter.
        package var running: Bool? = true
        /// Whether it starts with the machine.
        package var enabled: Bool?
        /// How often systemd has started it again by itself.
        package var restarts: ValueExpectation?

        package init() {}
    }

    /// What systemd said.
    package enum Observation: Hashable, Sendable {
        case seen(ServiceStatus)
        case unknown(Obstacle)
    }

    /// With its ending.
    package let name: String
    package let expected: Expected
    /// The program that is asked, and the folder that is there where systemd runs the machine.
    package let program: String
    package let marker: String

    package init(
        _ name: String, expected: Expected = Expected(), program: String = "systemctl",
        marker: String = "/run/systemd/system"
    ) {
        self.name = name.contains(".") ? name : "\(name).service"
        self.expected = expected
        self.program = program
        self.marker = marker
    }

    package var subject: String { name }
    package var reach: String { "executes \(program) to ask systemd for \(name)" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        func unknown(_ detail: String) -> Observation {
            .unknown(Obstacle(.hostUnseen, ["what": "service \(name)", "detail": detail]))
        }
        guard Folder.exists(marker) else { return unknown("systemd does not run this machine") }
        let path: String
        do throws(CommandSearch.Failure) {
            path = try CommandSearch(directory: "/", searchPath: "/usr/bin:/bin").program(program)
        } catch {
            return .unknown(error.obstacle)
        }
        let properties = ServiceStatus.properties.joined(separator: ",")
        let run = await CommandRun(
            program: path, arguments: ["show", "--property=\(properties)", "--", name],
            directory: "/", variables: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        ).run(timeout: environment.timeout)
        switch run.ending {
        case .exited(0):
            return ServiceStatus(run.stdout.text).map { .seen($0) }
                ?? unknown("systemctl says nothing of it")
        case .exited(let code):
            return unknown("systemctl ended with \(code): \(ForeignText.clean(run.stderr.kept))")
        case .signalled(let number): return unknown("signal \(number) ended systemctl")
        case .notStarted(let obstacle), .ended(let obstacle): return .unknown(obstacle)
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["name": .string(name)]
        guard case .seen(let status) = observation else { return facts }
        facts["load-state"] = .string(status.loadState)
        facts["active-state"] = .string(status.activeState)
        facts["sub-state"] = .string(status.subState)
        facts["unit-file-state"] = .string(status.fileState)
        facts["result"] = .string(status.result)
        if let restarts = status.restarts { facts["restarts"] = .integer(Int64(restarts)) }
        return facts
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard case .seen(let status) = observation else { return [:] }
        var seen: [String: TypedValue] = ["running": .boolean(status.activeState == "active")]
        if let isEnabled = Self.isEnabled(status) { seen["enabled"] = .boolean(isEnabled) }
        return seen
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let status: ServiceStatus
        switch observation {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .seen(let seen): status = seen
        }
        var findings: [Finding] = []
        let state =
            status.exists
            ? "\(name) \(status.activeState) (\(status.subState))" : "no service \(name)"
        if let running = expected.running {
            findings.append(
                Finding(
                    running ? "\(name) active" : "\(name) not running", actual: state,
                    Self.running(status, running)))
        }
        if let enabled = expected.enabled {
            let isEnabled = Self.isEnabled(status)
            findings.append(
                Finding(
                    enabled ? "\(name) enabled at the start" : "\(name) not enabled at the start",
                    actual: status.exists ? "\(name) \(status.fileState)" : state,
                    isEnabled.map { $0 == enabled ? .met : .unmet } ?? .unknown))
        }
        if let wanted = expected.restarts {
            findings +=
                status.restarts.map {
                    wanted.findings(
                        of: .number($0), named: "a number of restarts of", until: deadline)
                }
                ?? wanted.words(of: "a number of restarts of").map {
                    Finding($0, actual: "a number that systemd does not tell", .unknown)
                }
        }
        return Judgement(findings)
    }

    /// A state on the way to another one decides nothing.
    private static func running(_ status: ServiceStatus, _ wanted: Bool) -> Finding.Standing {
        switch status.activeState {
        case "active": return wanted ? .met : .unmet
        case "inactive", "failed": return wanted ? .unmet : .met
        case "activating" where status.subState == "auto-restart": return .unmet
        default: return .unknown
        }
    }

    /// Nil for states that say neither.
    private static func isEnabled(_ status: ServiceStatus) -> Bool? {
        guard status.exists else { return false }
        switch status.fileState {
        case "enabled", "alias", "generated": return true
        case "disabled", "masked": return false
        // What holds until the machine starts anew, or only where another unit asks for it.
        default: return nil
        }
    }
}

extension CheckKind {
    package static let service = CheckKind(
        "service", "Whether systemd runs a service, and starts it with the machine.",
        facts: [
            "name": "The unit.", "load-state": "`loaded`, `not-found`, `masked` and others.",
            "active-state": "`active`, `inactive`, `failed` and others.",
            "sub-state": "The state in the words of the kind of unit.",
            "unit-file-state": "`enabled`, `disabled`, `static` and others.",
            "result": "How it ended last.", "restarts": "How often systemd started it again.",
        ],
        example: """
            - service: {name: nginx, enabled: true, restarts: {maximum: 0}}
            - service: {name: telnet.socket, running: false, enabled: false}
            """
    ) { options in
        let name = options.required(
            "name", .unitName, "The unit; without an ending it is a `.service`.")
        var expected = ServiceCheck.Expected()
        expected.running = options.optional(
            "running", .boolean, default: true, "true",
            "Whether it must be active; a service on its way is undetermined.")
        expected.enabled = options.optional(
            "enabled", .boolean, "Whether it must start with the machine.")
        expected.restarts = options.optional(
            "restarts", .expectation(of: .number), "How often systemd may have started it again.")
        let read = expected
        return options.make(name) { ServiceCheck($0, expected: read) }
    }
}

extension ValueType where Value == String {
    /// No pattern: systemctl would show every unit that fits.
    fileprivate static var unitName: ValueType {
        scalar(
            "the name of a unit (letters, digits and : _ . @ \\ -)",
            schema: ["type": "string", "pattern": "^[A-Za-z0-9:_.@\\\\-]{1,255}$"]
        ) { text in
            let isName = text.utf8.allSatisfy {
                $0.isDigit || $0.isLetter || ":_.@\\-".utf8.contains($0)
            }
            return isName && (1...255).contains(text.utf8.count) && !text.hasPrefix("-")
                ? text : nil
        }
    }
}
