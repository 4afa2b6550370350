import Files
import Glibc
package import Rollout

/// Whether a network interface of this machine is there and set as it should be.
package struct InterfaceCheck: Check {
    /// Whether an interface carries anything.
    package enum State: String, Hashable, Sendable, CaseIterable {
        case up, down
    }

    /// What the interface is held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        package var exists = true
        package var state: State?
        package var addresses: ValueExpectation?
        package var mtu: ValueExpectation?
        /// Lower-case hexadecimal digits with colons.
        package var mac: String?
        /// In megabits per second.
        package var speed: ValueExpectation?

        package init() {}
    }

    /// A number that the kernel tells beside the list of interfaces.
    package enum Reading: Hashable, Sendable {
        case number(Int)
        /// There is none, or it could not be read; in words.
        case unknown(String)
    }

    /// What was seen.
    package enum Observation: Hashable, Sendable {
        case absent
        case there(NetworkInterface, state: String?, mtu: Reading, speed: Reading)
        case unknown(Obstacle)
    }

    package let name: String
    package let expected: Expected
    /// Where the kernel shows interfaces, each in a folder.
    package var folder = "/sys/class/net"

    package init(_ name: String, expected: Expected = Expected()) {
        self.name = name
        self.expected = expected
    }

    package var subject: String { name }
    package var reach: String { "asks this machine for the interface \(name)" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        await CheckThreads.run(environment.timeout) { _ in look() }
    }

    private func look() -> Observation {
        do throws(InterfaceTable.Failure) {
            guard let interface = try InterfaceTable.interface(named: name) else { return .absent }
            let seen = number("ifindex")
            guard seen == .number(interface.index) else {
                var reason = "\(folder) shows other interfaces than this program has"
                if case .unknown(let words) = seen { reason = words }
                return .there(interface, state: nil, mtu: .unknown(reason), speed: .unknown(reason))
            }
            let state = (try? ProcFile.bytes("\(folder)/\(name)/operstate")).map {
                ForeignText.clean($0.filter { $0 != 10 }, limit: 30)
            }
            var speed = number("speed")
            // What has no speed says -1, or refuses to say.
            if case .number(let value) = speed, value < 0 { speed = .unknown("it has no speed") }
            return .there(interface, state: state, mtu: number("mtu"), speed: speed)
        } catch {
            return .unknown(
                Obstacle(
                    .hostUnseen, ["what": "interfaces", "detail": error.error.description]))
        }
    }

    private func number(_ file: String) -> Reading {
        let path = "\(folder)/\(name)/\(file)"
        do throws(ProcFile.Failure) {
            let text = String(decoding: try ProcFile.bytes(path), as: UTF8.self).prefix {
                $0 != "\n"
            }
            return Int(text).map { .number($0) } ?? .unknown("\(path) holds no number")
        } catch {
            return .unknown("\(path): \(error.error.description)")
        }
    }
}
