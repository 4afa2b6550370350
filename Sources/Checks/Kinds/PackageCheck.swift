package import CanonicalJSON
import Fields
import Files
import LocatedYAML
package import Rollout

/// Whether a package is installed, and in which version.
package struct PackageCheck: Check {
    /// What the package manager has.
    package enum Observation: Hashable, Sendable {
        /// The versions that are installed, one for each architecture.
        case versions([String])
        case unknown(Obstacle)
    }

    package let name: String
    package let manager: PackageManager
    package let installed: Bool
    package let version: VersionConstraint?
    /// Below which the databases lie.
    package let root: String
    /// The program of RPM, whose database has no plain form.
    package let rpm: String

    package init(
        _ name: String, _ manager: PackageManager = .dpkg, installed: Bool = true,
        version: VersionConstraint? = nil, root: String = "/", rpm: String = "rpm"
    ) {
        self.name = name
        self.manager = manager
        self.installed = installed
        self.version = version
        self.root = root
        self.rpm = rpm
    }

    package var subject: String { name }
    package var reach: String {
        let does = manager == .rpm ? "executes \(rpm) to look into" : "reads"
        return "\(does) the database of \(manager.rawValue)"
    }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        guard let database = manager.database(below: root) else {
            return unknown("there is no database of \(manager.rawValue)")
        }
        if manager == .rpm { return await askRPM(environment.timeout) }
        let (name, manager) = (name, manager)
        return await CheckThreads.run(environment.timeout) { _ in
            do throws(PackageManager.Failure) {
                return .versions(try manager.versions(of: name, in: database).sorted())
            } catch {
                return unknown(error.reason)
            }
        }
    }

    private func unknown(_ detail: String) -> Observation {
        .unknown(Obstacle(.hostUnseen, ["what": "packages", "detail": detail]))
    }

    private func askRPM(_ timeout: Duration) async -> Observation {
        let path: String
        do throws(CommandSearch.Failure) {
            path = try CommandSearch(directory: "/", searchPath: "/usr/bin:/bin").program(rpm)
        } catch {
            return .unknown(error.obstacle)
        }
        let run = await CommandRun(
            program: path,
            arguments: ["-q", "--qf", "=%{EPOCHNUM}:%{VERSION}-%{RELEASE}\\n", "--", name],
            directory: "/", variables: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        ).run(timeout: timeout)
        let lines = run.stdout.text.split(separator: "\n")
        switch run.ending {
        case .exited(0) where !lines.isEmpty && lines.allSatisfy { $0.hasPrefix("=") }:
            return .versions(lines.map { String($0.dropFirst()) }.sorted())
        // It says so with the same status where it cannot read its database.
        case .exited(1)
        where lines == ["package \(name) is not installed"] && run.stderr.total == 0:
            return .versions([])
        case .notStarted(let obstacle), .ended(let obstacle): return .unknown(obstacle)
        default: return unknown("rpm says: \(ForeignText.clean(run.stdout.kept + run.stderr.kept))")
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "name": .string(name), "manager": .string(manager.rawValue),
        ]
        if case .versions(let versions) = observation {
            facts["versions"] = .array(versions.map { .string($0) })
        }
        return facts
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard case .versions(let versions) = observation else { return [:] }
        if versions.isEmpty { return ["installed": .boolean(false)] }
        return versions.count == 1 ? ["version": .text(versions[0])] : [:]
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        switch observation {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .versions(let versions):
            let there = "the package \(name)"
            let actual =
                versions.isEmpty
                ? "no package \(name)" : "\(there) \(versions.joined(separator: ", "))"
            let presence = Finding(
                installed ? there : "no package \(name)", actual: actual,
                met: versions.isEmpty != installed)
            guard let version, !versions.isEmpty else { return Judgement([presence]) }
            return Judgement(
                [presence]
                    + versions.flatMap { text in
                        let seen =
                            Version(text, manager.rules).map { TypedValue.version($0) }
                            ?? .text(text)
                        return ValueExpectation([.constraint(version)]).findings(
                            of: seen, named: "version", until: deadline)
                    })
        }
    }
}

extension CheckKind {
    package static let package = CheckKind(
        "package", "Whether a package is installed, and in which version.",
        facts: [
            "name": "The name.", "manager": "The package manager.",
            "versions": "The versions that are installed, one for each architecture.",
        ],
        example: """
            - package: {name: openssl, version: ">= 3.0.11-1~deb12u2, < 4"}
            - package: {name: openssl-libs, manager: rpm, version: ">= 1:3.0.7"}
            - package: {name: telnetd, installed: false}
            """
    ) { options in
        let name = options.required("name", .packageName, "The name of the package.")
        let manager: PackageManager = options.optional(
            "manager", .choice, default: .dpkg, "dpkg", "The package manager of the machine.")
        let installed = options.optional(
            "installed", .boolean, default: true, "true", "Whether it must be installed.")
        let text = options.optional(
            "version", .text,
            "Its version, or bounds of it (`>= 1.2, < 2`), by the rules of the manager.")
        let version = text.flatMap { VersionConstraint($0, manager.rules) }
        options.refuse(
            where: manager == .dpkg
                && name?.utf8.contains { (65...90).contains($0) || $0 == UInt8(ascii: "_") }
                    ?? false,
            "no package of dpkg has capital letters or an underscore in its name",
            fix: "write it as `dpkg --list` does", at: "name")
        options.refuse(
            where: text != nil && version == nil,
            "\"\(text ?? "")\" is neither a version by the rules of \(manager.rawValue) nor bounds"
                + " of one", fix: "write it as \">= 1.2, < 2\"", at: "version")
        options.refuse(
            where: !installed && options.has("version"),
            "a package that must not be installed has no version",
            fix: "remove installed: false, or version", at: "installed")
        return options.make(name) {
            PackageCheck($0, manager, installed: installed, version: version)
        }
    }
}

extension ValueType where Value == String {
    fileprivate static var packageName: ValueType {
        scalar(
            "the name of a package (letters, digits and + - . _)",
            schema: ["type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9+._-]*$"]
        ) { text in
            guard let first = text.utf8.first, first.isDigit || first.isLetter else { return nil }
            return text.utf8.allSatisfy {
                $0.isDigit || $0.isLetter || "+-._".utf8.contains($0)
            } ? text : nil
        }
    }
}
