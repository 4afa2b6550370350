package import Rollout

extension FileCheck {
    package func judge(_ observation: FileObservation, at instant: Instant) -> Judgement {
        switch observation.presence {
        case .unknown(let reason):
            return .undetermined("\(path) could not be looked at: \(reason).")
        case .absent:
            return presence("nothing", "\(path) does not exist.", isThere: false)
        case .danglingLink:
            // Neither a file that is there nor a path that is free: no to both.
            let target = observation.linkTarget ?? ""
            return .findings(
                [
                    Expectation(
                        expected.exists ? "it exists" : "nothing is there",
                        actual: "a link to \(target), which does not exist", met: false,
                        otherwise: "\(path) is a link to \(target), which does not exist.")
                ], met: "")
        case .there(let status):
            guard expected.exists else {
                return presence(
                    status.type.words, "\(path) is \(status.type.words).", isThere: true)
            }
            return .findings(
                expectations(status, observation, at: instant),
                met: "\(path) is \(status.type.words) and as expected.")
        }
    }

    private func presence(_ actual: String, _ sentence: String, isThere: Bool) -> Judgement {
        .findings(
            [
                Expectation(
                    expected.exists ? "it exists" : "nothing is there", actual: actual,
                    met: expected.exists == isThere, otherwise: sentence)
            ], met: sentence)
    }

    private func expectations(
        _ status: FileStatus, _ observation: FileObservation, at instant: Instant
    ) -> [Expectation] {
        var all = [Expectation("it exists", actual: status.type.words, met: true, otherwise: "")]
        func expect(_ expected: String, _ actual: String, _ met: Bool) {
            all.append(
                Expectation(
                    expected, actual: actual, met: met,
                    otherwise: "\(path) has \(actual), not \(expected)."))
        }
        if let type = expected.type {
            expect("type \(type.rawValue)", "type \(status.type.rawValue)", status.type == type)
        }
        if let mode = expected.mode {
            expect(
                mode.description, "mode \(FileMode.text(status.mode))", mode.allows(status.mode))
        }
        if let owner = expected.owner {
            let names = [status.user, String(status.userID)]
            expect("owner \(owner)", "owner \(status.owner)", names.contains(owner))
        }
        if let group = expected.group {
            let names = [status.group, String(status.groupID)]
            expect("group \(group)", "group \(status.groupName)", names.contains(group))
        }
        if let size = expected.size {
            let words = size.words("size") { "\($0) bytes" }
            let isFile = status.type == .file
            expect(
                words, isFile ? "size \(status.size) bytes" : "type \(status.type.rawValue)",
                isFile && size.contains(status.size))
        }
        if let age = expected.age { all.append(self.age(age, status.modified, instant)) }
        return all + readingExpectations(status, observation)
    }

    private func age(
        _ bounds: Bounds<Duration>, _ modified: Instant, _ instant: Instant
    ) -> Expectation {
        let age = instant.since(modified)
        let words = bounds.words("age") { $0.language }
        guard age >= .zero else {
            return Expectation(
                words, actual: "changed at \(modified.rfc3339), which is still to come", met: false,
                otherwise: "\(path) was changed at \(modified.rfc3339), which is after the time of"
                    + " this machine.")
        }
        let actual = "age \(Duration.seconds(age.components.seconds).language)"
        return Expectation(
            words, actual: actual, met: bounds.contains(age),
            otherwise: "\(path) has \(actual), not \(words).")
    }

    /// The expectations of what is in the file.
    private func readingExpectations(
        _ status: FileStatus, _ observation: FileObservation
    ) -> [Expectation] {
        var all: [Expectation] = []
        let obstacle: (words: String, isUnknown: Bool)?
        if status.type != .file {
            obstacle = ("it is \(status.type.words)", false)
        } else {
            obstacle = observation.readingTrouble.map { ("it could not be read: \($0)", true) }
        }
        func expect(_ words: String, _ make: () -> [Expectation]?) {
            if let obstacle, obstacle.isUnknown {
                let reason = "\(path): \(obstacle.words)."
                all.append(Expectation(words, unknownBecause: obstacle.words, otherwise: reason))
            } else if let obstacle {
                all.append(
                    Expectation(
                        words, actual: obstacle.words, met: false,
                        otherwise: "\(path) has no content: \(obstacle.words)."))
            } else {
                all +=
                    make()
                    ?? [
                        Expectation(
                            words, unknownBecause: "it was not read",
                            otherwise: "\(path) was not read.")
                    ]
            }
        }
        if let wanted = expected.sha256 {
            expect("SHA-256 \(wanted)") {
                observation.sha256.map {
                    [
                        Expectation(
                            "SHA-256 \(wanted)", actual: "SHA-256 \($0)", met: $0 == wanted,
                            otherwise: "\(path) has SHA-256 \($0), not \(wanted).")
                    ]
                }
            }
        }
        if let wanted = expected.content {
            expect("the content is as expected") {
                observation.content.map {
                    // A file may be private, and a checklist needs no trust to have it looked at.
                    wanted.expectations(of: $0, named: "the content", isQuoted: false)
                }
            }
        }
        return all
    }
}

extension FileStatus {
    /// The owner's name, or the number where there is none.
    var owner: String { user ?? String(userID) }

    /// The group's name, or the number where there is none.
    var groupName: String { group ?? String(groupID) }
}
