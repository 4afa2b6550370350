package import CanonicalJSON
package import Rollout

extension InterfaceCheck {
    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["name": .string(name)]
        switch observation {
        case .unknown: break
        case .absent: facts["exists"] = false
        case .there(let interface, let state, let mtu, let speed):
            facts["exists"] = true
            facts["state"] = .string(Self.state(of: interface).rawValue)
            facts["switched-on"] = .boolean(interface.isUp)
            facts["loopback"] = .boolean(interface.isLoopback)
            facts["addresses"] = .array(interface.addresses.map { .string($0) })
            if let mac = interface.hardwareAddress { facts["mac"] = .string(mac) }
            if let state { facts["operstate"] = .string(state) }
            if case .number(let value) = mtu { facts["mtu"] = .integer(Int64(value)) }
            if case .number(let value) = speed { facts["speed-mbit"] = .integer(Int64(value)) }
        }
        return facts
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        switch observation {
        case .unknown: return [:]
        case .absent: return ["exists": .boolean(false)]
        case .there(let interface, _, let mtu, _):
            var seen: [String: TypedValue] = [
                "state": .text(Self.state(of: interface).rawValue)
            ]
            if !interface.addresses.isEmpty {
                seen["addresses"] = .object(
                    JSONObject(["equals": .texts(interface.addresses)]))
            }
            if case .number(let value) = mtu { seen["mtu"] = .number(value) }
            return seen
        }
    }

    private static func state(of interface: NetworkInterface) -> State {
        interface.isRunning ? .up : .down
    }

    package func judge(
        _ observation: Observation, at _: Instant, until deadline: Deadline
    ) -> Judgement {
        let (there, nothing) = ("an interface \(name)", "no interface \(name)")
        let words = expected.exists ? there : nothing
        switch observation {
        case .unknown(let obstacle):
            return Judgement(
                [Finding(words, actual: "nothing that was seen", .unknown)], obstacle: obstacle)
        case .absent:
            return Judgement([Finding(words, actual: nothing, met: !expected.exists)])
        case .there(let interface, _, let mtu, let speed):
            let presence = Finding(words, actual: there, met: expected.exists)
            guard expected.exists else { return Judgement([presence]) }
            return Judgement(
                [presence] + settings(of: interface, deadline)
                    + held(expected.mtu, mtu, "the MTU", deadline)
                    + held(expected.speed, speed, "the speed in Mbit/s", deadline))
        }
    }

    private func settings(of interface: NetworkInterface, _ deadline: Deadline) -> [Finding] {
        var all: [Finding] = []
        if let wanted = expected.state {
            let state = Self.state(of: interface)
            let actual =
                interface.isUp && state == .down
                ? "the state down: it is switched on, but carries nothing"
                : "the state \(state.rawValue)"
            all.append(
                Finding(
                    "the state \(wanted.rawValue)",
                    actual: state == wanted ? "the state \(wanted.rawValue)" : actual,
                    met: state == wanted))
        }
        if let wanted = expected.addresses {
            all += wanted.findings(
                of: .texts(interface.addresses), named: "the addresses", until: deadline)
        }
        if let wanted = expected.mac {
            all.append(
                Finding(
                    "the hardware address \(wanted)",
                    actual: interface.hardwareAddress.map { "the hardware address \($0)" }
                        ?? "no hardware address", met: interface.hardwareAddress == wanted))
        }
        return all
    }

    /// What could not be read fits nothing, and is no answer.
    private func held(
        _ wanted: ValueExpectation?, _ reading: Reading, _ name: String, _ deadline: Deadline
    ) -> [Finding] {
        guard let wanted else { return [] }
        switch reading {
        case .number(let value):
            return wanted.findings(of: .number(value), named: name, until: deadline)
        case .unknown(let reason):
            return wanted.words(of: name).map { Finding($0, actual: reason, .unknown) }
        }
    }
}
