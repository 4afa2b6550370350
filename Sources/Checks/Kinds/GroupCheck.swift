package import CanonicalJSON
import Fields
import Files
import LocatedYAML
package import Rollout

/// Whether this machine knows a group, and with which members.
package struct GroupCheck: Check {
    /// What the system said.
    package enum Observation: Hashable, Sendable {
        case absent
        case there(id: UInt32, members: [String])
        case unknown(Obstacle)
    }

    package let name: String
    package let exists: Bool
    package let id: ValueExpectation?
    package let members: ValueExpectation?

    package init(
        _ name: String, exists: Bool = true, id: ValueExpectation? = nil,
        members: ValueExpectation? = nil
    ) {
        self.name = name
        self.exists = exists
        self.id = id
        self.members = members
    }

    package var subject: String { name }
    package var reach: String { "looks the group \(name) up" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let name = name
        return await CheckThreads.run(environment.timeout) { deadline in
            CheckThreads.abandonable(deadline) { Self.look(name) }
                ?? .unknown(
                    Obstacle(.hostUnseen, ["what": "groups", "detail": "no answer in time"]))
        }
    }

    private static func look(_ name: String) -> Observation {
        do throws(Accounts.Failure) {
            guard let group = try Accounts.group(named: name) else {
                guard let doubt = NameSources.doubt(of: "group") else { return .absent }
                return .unknown(Obstacle(.hostUnseen, ["what": "groups", "detail": doubt]))
            }
            return .there(id: group.id, members: Set(group.members).sorted())
        } catch {
            let detail = SystemError(error.code).description
            return .unknown(Obstacle(.hostUnseen, ["what": "groups", "detail": detail]))
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        switch observation {
        case .unknown: return ["name": .string(name)]
        case .absent: return ["name": .string(name), "exists": false]
        case .there(let id, let members):
            return [
                "name": .string(name), "exists": true, "id": .integer(Int64(id)),
                "members": .array(members.map { .string($0) }),
            ]
        }
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        switch observation {
        case .unknown: return [:]
        case .absent: return ["exists": .boolean(false)]
        case .there(let id, let members):
            // A list without entries cannot be written as one.
            let all: [String: TypedValue] =
                members.isEmpty ? ["length": .number(0)] : ["equals": .texts(members)]
            return ["id": .number(Int(id)), "members": .object(JSONObject(all))]
        }
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let wanted = exists ? "a group \(name)" : "no group \(name)"
        switch observation {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .absent: return Judgement([Finding(wanted, actual: "no group \(name)", met: !exists)])
        case .there(let id, let members):
            return Judgement(
                [Finding(wanted, actual: "a group \(name)", met: exists)]
                    + (self.id?.findings(
                        of: .number(Int(id)), named: "the number", until: deadline) ?? [])
                    + (self.members?.findings(
                        of: .texts(members), named: "the members", until: deadline) ?? []))
        }
    }
}

extension CheckKind {
    package static let group = CheckKind(
        "group", "Whether this machine knows a group, and with which members.",
        facts: [
            "name": "The name.", "exists": "Whether there is one.", "id": "The number.",
            "members": "The users that are listed with it, sorted.",
        ],
        example: """
            - group: {name: ssl-cert, members: {contains: gateway}}
            - group: {name: wheel, exists: false}
            """
    ) { options in
        let name = options.required("name", .accountName, "The name of the group.")
        let exists = options.optional(
            "exists", .boolean, default: true, "true", "Whether there must be one.")
        let id = options.optional("id", .expectation(of: .number), "The number of the group.")
        let members = options.optional(
            "members", .expectation(of: .list(.text)),
            "The users that are listed with it; those whose first group it is are not.")
        options.refuse(
            where: !exists && (options.has("id") || options.has("members")),
            "a group that must not be there has nothing to compare",
            fix: "remove exists: false, or the other options", at: "exists")
        return options.make(name) { GroupCheck($0, exists: exists, id: id, members: members) }
    }
}
