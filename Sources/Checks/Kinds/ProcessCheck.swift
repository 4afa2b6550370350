package import CanonicalJSON
import Fields
import LocatedYAML
package import Rollout

/// Whether processes of a name run on this machine.
package struct ProcessCheck: Check {
    /// What was seen.
    package struct Observation: Hashable, Sendable {
        /// The users of the processes that run, one for each; nil where they could not be listed.
        package let users: [String]?
        /// Processes of the name that ended and were not taken note of.
        package let zombies: Int
        /// Why there may be others that were not seen; nil where there are none.
        package let unseen: String?

        package init(users: [String]?, zombies: Int = 0, unseen: String? = nil) {
            self.users = users
            self.zombies = zombies
            self.unseen = unseen
        }
    }

    package let name: String
    package let running: Bool
    package let count: ValueExpectation?
    package let user: ValueExpectation?

    package init(
        _ name: String, running: Bool = true, count: ValueExpectation? = nil,
        user: ValueExpectation? = nil
    ) {
        self.name = name
        self.running = running
        self.count = count
        self.user = user
    }

    package var subject: String { name }
    package var reach: String { "lists the processes of this machine" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let name = name
        return await CheckThreads.run(environment.timeout) { deadline in
            guard let all = ProcessTable.all(deadline) else { return Observation(users: nil) }
            let named = all.entries.filter { process in
                process.name.utf8.elementsEqual(name.utf8)
                    || process.program.map { $0.utf8.elementsEqual(name.utf8) } ?? false
            }
            // The kernel keeps 15 bytes of a name; of a script the first word is its interpreter.
            let isCut = all.entries.contains { process in
                name.utf8.count > 15 && process.isRunning && !named.contains(process)
                    && process.name.utf8.elementsEqual(name.utf8.prefix(15))
            }
            return Observation(
                users: named.filter(\.isRunning).map { Accounts.userName($0.userID) },
                zombies: named.count { !$0.isRunning },
                unseen: all.unseen ?? (isCut ? "one begins so, and its name was cut" : nil))
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        guard let users = observation.users else { return ["name": .string(name)] }
        return [
            "name": .string(name), "count": .integer(Int64(users.count)),
            "users": .array(Set(users).sorted().map { .string($0) }),
            "zombies": .integer(Int64(observation.zombies)),
        ]
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard let users = observation.users else { return [:] }
        guard !users.isEmpty else { return ["running": .boolean(false)] }
        return [
            "count": .number(users.count),
            "user": .object(JSONObject(["equals": .texts(Set(users).sorted())])),
        ]
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        guard let users = observation.users else {
            return Judgement(
                .hostUnseen, ["what": "processes", "detail": "/proc cannot be listed"])
        }
        // What is hidden could be any number more.
        if let unseen = observation.unseen,
            users.isEmpty || !running || count != nil || user != nil
        {
            return Judgement(.hostUnseen, ["what": "processes", "detail": unseen])
        }
        let there = "a process \(name)"
        let zombies = observation.zombies > 0 ? ", only one that ended" : ""
        var findings = [
            Finding(
                running ? there : "no process \(name)",
                actual: users.isEmpty ? "no process \(name)\(zombies)" : there,
                met: users.isEmpty != running)
        ]
        guard !users.isEmpty else { return Judgement(findings) }
        findings +=
            count?.findings(of: .number(users.count), named: "a count of", until: deadline) ?? []
        findings +=
            user?.findings(
                of: .texts(Set(users).sorted()), named: "the users", until: deadline) ?? []
        return Judgement(findings)
    }
}

extension CheckKind {
    package static let process = CheckKind(
        "process", "Whether processes of a name run on this machine, how many, and whose.",
        facts: [
            "name": "The name.", "count": "How many of them run.",
            "users": "The users that they run as, each once.",
            "zombies": "How many of the name ended and were not taken note of.",
        ],
        example: """
            - process: {name: nginx, count: {minimum: 2}, user: {contains: www-data}}
            - process: {name: telnetd, running: false}
            """
    ) { options in
        let name = options.required(
            "name", .processName,
            "The name of the process (at most 15 bytes), or of the program in its first word.")
        let running = options.optional(
            "running", .boolean, default: true, "true", "Whether one must run.")
        let count = options.optional(
            "count", .expectation(of: .number), "How many of them must run.")
        let user = options.optional(
            "user", .expectation(of: .list(.text)), "The users that they run as, each once.")
        options.refuse(
            where: !running && (options.has("count") || options.has("user")),
            "a process that must not run has nothing to compare",
            fix: "remove running: false, or the other options", at: "running")
        return options.make(name) { ProcessCheck($0, running: running, count: count, user: user) }
    }
}
