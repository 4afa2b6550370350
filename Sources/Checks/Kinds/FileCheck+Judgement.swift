package import Rollout

extension FileCheck {
    package func judge(
        _ observation: FileObservation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        switch observation.presence {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .absent: return Judgement([presence("nothing", met: !expected.exists)])
        case .danglingLink:
            // Neither a file that is there nor a path that is free: no to both.
            let target = observation.linkTarget ?? ""
            return Judgement([presence("a link to \(target), which does not exist", met: false)])
        case .noDirectory:
            return Judgement([presence("something that is no directory", met: false)])
        case .there(let status):
            var findings = [presence(status.type.words, met: expected.exists)]
            if expected.exists {
                findings +=
                    system(status, at: instant, deadline) + content(status, observation, deadline)
            }
            return Judgement(findings, obstacle: observation.obstacle)
        }
    }

    private func presence(_ actual: String, met: Bool) -> Finding {
        Finding(
            expected.exists ? "something at \(path)" : "nothing at \(path)", actual: actual,
            met: met)
    }

    /// What the system says about it, held against what is expected.
    private func system(
        _ status: FileStatus, at instant: Instant, _ deadline: Deadline
    ) -> [Finding] {
        var all: [Finding] = []
        func expect(_ expected: String, _ actual: String, _ met: Bool) {
            all.append(Finding(expected, actual: actual, met: met))
        }
        if let type = expected.type { expect(type.words, status.type.words, status.type == type) }
        if let mode = expected.mode {
            all += mode.findings(of: .mode(status.mode), named: "mode", until: deadline)
        }
        if let owner = expected.owner {
            let names = [status.user, String(status.userID)]
            expect("owner \(owner)", "owner \(status.owner)", names.contains(owner))
        }
        if let group = expected.group {
            let names = [status.group, String(status.groupID)]
            expect("group \(group)", "group \(status.groupName)", names.contains(group))
        }
        if let size = expected.size { all += self.size(size, status, deadline) }
        if let age = expected.age { all += self.age(age, status.modified, instant, deadline) }
        return all
    }

    private func size(
        _ expected: ValueExpectation, _ status: FileStatus, _ deadline: Deadline
    ) -> [Finding] {
        guard status.type == .file, status.hasSize else {
            let isFile = status.type == .file
            return expected.words(of: "a size of").map {
                Finding(
                    $0,
                    actual: isFile ? "a file that the kernel gives no size" : status.type.words,
                    isFile ? .unknown : .unmet)
            }
        }
        return expected.findings(of: .size(status.size), named: "a size of", until: deadline)
    }

    /// The age itself would be another one in each run, so that the finding has the time of change.
    private func age(
        _ expected: ValueExpectation, _ modified: Instant, _ instant: Instant, _ deadline: Deadline
    ) -> [Finding] {
        let age = instant.since(modified)
        let isToCome = age < .zero
        let standing: Finding.Standing =
            isToCome ? .unmet : expected.standing(of: .duration(age), until: deadline)
        return expected.words(of: "a change", suffix: " ago").map {
            Finding(
                $0,
                actual: "a change at \(modified.rfc3339)"
                    + (isToCome ? ", which is after the time of this machine" : ""), standing)
        }
    }

    /// What is in the file, held against what is expected.
    private func content(
        _ status: FileStatus, _ observation: FileObservation, _ deadline: Deadline
    ) -> [Finding] {
        var all: [Finding] = []
        func expect(_ words: String, _ findings: [Finding]?) {
            if status.type != .file {
                all.append(Finding(words, actual: status.type.words, .unmet))
            } else if observation.obstacle == nil, let findings {
                all += findings
            } else {
                all.append(Finding(words, actual: "nothing that was read", .unknown))
            }
        }
        if let wanted = expected.sha256 {
            expect(
                "SHA-256 \(wanted)",
                observation.sha256.map {
                    [Finding("SHA-256 \(wanted)", actual: "SHA-256 \($0)", met: $0 == wanted)]
                })
        }
        if let wanted = expected.content {
            // A file may be private, and a checklist needs no trust to have it looked at.
            expect(
                "a file with a certain content",
                observation.content.map {
                    wanted.findings(of: $0, named: "the content", .privateText, until: deadline)
                })
        }
        if let wanted = expected.json {
            expect(
                "a file with certain values of JSON",
                observation.content.map {
                    wanted.findings(of: $0, named: "a content", .privateText, until: deadline)
                })
        }
        if let wanted = expected.yaml {
            expect(
                "a file with certain values of YAML",
                observation.content.map {
                    wanted.findings(
                        of: $0, named: "a content", .privateText, as: .yaml, until: deadline)
                })
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
