package import CanonicalJSON
import Fields
import Files
import LocatedYAML
package import Rollout

/// Whether this machine knows a user, and as what.
package struct UserCheck: Check {
    /// What the user is held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        /// Where it must not be there, nothing else is compared.
        package var exists = true
        /// Of its number.
        package var id: ValueExpectation?
        /// The first group, which files of the user get.
        package var group: ValueExpectation?
        /// All groups, with the first.
        package var groups: ValueExpectation?
        /// An absolute path, as the name service has it; nobody looks whether it is there.
        package var home: ValueExpectation?
        /// As the name service has it; empty where it says none.
        package var shell: ValueExpectation?

        package init() {}
    }

    /// What the system said.
    package enum Observation: Hashable, Sendable {
        /// Every source of the name service was asked, and none has it.
        case absent
        case there(Seen)
        /// Also where a source could not be asked, which may have it.
        case unknown(Obstacle)
    }

    /// A user with the names of its groups.
    package struct Seen: Hashable, Sendable {
        package let id: UInt32
        /// Of the first group; its number where it has no name.
        package let group: String
        /// All of them, sorted.
        package let groups: [String]
        package let home: String
        /// Empty where the name service says none.
        package let shell: String
    }

    package let name: String
    package let expected: Expected

    package init(_ name: String, expected: Expected = Expected()) {
        self.name = name
        self.expected = expected
    }

    package var subject: String { name }
    package var reach: String { "looks the user \(name) up" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let name = name
        return await CheckThreads.run(environment.timeout) { deadline in
            CheckThreads.abandonable(deadline) { Self.look(name) }
                ?? .unknown(
                    Obstacle(.hostUnseen, ["what": "users", "detail": "no answer in time"]))
        }
    }

    private static func look(_ name: String) -> Observation {
        do throws(Accounts.Failure) {
            guard let user = try Accounts.user(named: name) else {
                guard let doubt = NameSources.doubt(of: "passwd") else { return .absent }
                return .unknown(Obstacle(.hostUnseen, ["what": "users", "detail": doubt]))
            }
            var names: [String] = []
            for id in try Accounts.groups(of: user) {
                names.append(try Accounts.group(id)?.name ?? String(id))
            }
            return .there(
                Seen(
                    id: user.id, group: try Accounts.group(user.groupID)?.name ?? "\(user.groupID)",
                    groups: Set(names).sorted(), home: user.home, shell: user.shell))
        } catch {
            let detail = SystemError(error.code).description
            return .unknown(Obstacle(.hostUnseen, ["what": "users", "detail": detail]))
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        switch observation {
        case .unknown: return ["name": .string(name)]
        case .absent: return ["name": .string(name), "exists": false]
        case .there(let user):
            return [
                "name": .string(name), "exists": true, "id": .integer(Int64(user.id)),
                "group": .string(user.group), "groups": .array(user.groups.map { .string($0) }),
                "home": .string(ForeignText.clean(user.home.utf8)),
                "shell": .string(ForeignText.clean(user.shell.utf8)),
            ]
        }
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        switch observation {
        case .unknown: return [:]
        case .absent: return ["exists": .boolean(false)]
        case .there(let user):
            func equal(_ value: TypedValue) -> TypedValue { .object(JSONObject(["equals": value])) }
            return [
                "id": .number(Int(user.id)), "group": equal(.text(user.group)),
                "groups": equal(.texts(user.groups)), "home": equal(.text(user.home)),
                "shell": equal(.text(user.shell)),
            ]
        }
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let there = "a user \(name)"
        let wanted = expected.exists ? there : "no user \(name)"
        switch observation {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .absent:
            return Judgement([Finding(wanted, actual: "no user \(name)", met: !expected.exists)])
        case .there(let user):
            let values: [(ValueExpectation?, TypedValue, String)] = [
                (expected.id, .number(Int(user.id)), "the number"),
                (expected.group, .text(user.group), "the first group"),
                (expected.groups, .texts(user.groups), "the groups"),
                (expected.home, .text(user.home), "the home folder"),
                (expected.shell, .text(user.shell), "the shell"),
            ]
            return Judgement(
                [Finding(wanted, actual: there, met: expected.exists)]
                    + values.flatMap { expectation, value, name in
                        expectation?.findings(of: value, named: name, until: deadline) ?? []
                    })
        }
    }
}

extension CheckKind {
    package static let user = CheckKind(
        "user", "Whether this machine knows a user, and with which groups, home folder and shell.",
        facts: [
            "name": "The name.", "exists": "Whether there is one.", "id": "The number.",
            "group": "The first group.", "groups": "All groups, sorted.",
            "home": "The home folder.", "shell": "The shell.",
        ],
        example: """
            - user: {name: gateway, id: {minimum: 100, maximum: 999}, groups: {contains: ssl-cert}}
            - user: {name: gateway, shell: {equals: /usr/sbin/nologin}, home: {equals: /var/lib/gateway}}
            - user: {name: ftp, exists: false}
            """
    ) { options in
        let name = options.required("name", .accountName, "The name of the user.")
        var expected = UserCheck.Expected()
        expected.exists = options.optional(
            "exists", .boolean, default: true, "true", "Whether there must be one.")
        expected.id = options.optional("id", .expectation(of: .number), "The number of the user.")
        expected.group = options.optional(
            "group", .expectation(of: .text), "The name of the first group.")
        expected.groups = options.optional(
            "groups", .expectation(of: .list(.text)), "The names of all groups, the first one too.")
        expected.home = options.optional("home", .expectation(of: .text), "The home folder.")
        expected.shell = options.optional("shell", .expectation(of: .text), "The login shell.")
        let others = ["id", "group", "groups", "home", "shell"]
        options.refuse(
            where: !expected.exists && others.contains { options.has($0) },
            "a user that must not be there has nothing to compare",
            fix: "remove exists: false, or the other options", at: "exists")
        let read = expected
        return options.make(name) { UserCheck($0, expected: read) }
    }
}
