extension ToolResults {
    /// SARIF 2.1.0: a result without a kind is a failure; a rule without a result says nothing.
    static func sarif(_ whole: TypedValue) -> Found {
        var found = Found()
        found.isOfFormat =
            whole["runs"]?.entries != nil && whole["version"]?.string == "2.1.0"
        let runs = found.objects(whole["runs"])
        let lieElsewhere = mayHoldResults(whole["inlineExternalProperties"])
        // Of a tool that broke off nobody knows which tests it left out, in whichever run.
        let brokeOff = runs.contains(where: isDoubtful)
        for run in runs {
            let invocations = run["invocations"]?.entries ?? []
            found.times +=
                invocations.isEmpty ? [nil] : invocations.map { $0["endTimeUtc"]?.string }
            let isDoubtful =
                brokeOff
                // Some of its results lie in another place or file.
                || lieElsewhere || mayHoldResults(run["externalPropertyFileReferences"])
            // None where the tool did not come to have any.
            for result in found.objects(run["results"]) {
                let status = status(of: result).doubted(isDoubtful)
                let name = name(of: result, in: run["tool"])
                found.add([name], status)
                // What is not good in a part of a rule is not good in the rule (section 3.52.4).
                if let name, status != .passed {
                    for place in name.indices.dropFirst() where name[place] == "/" {
                        found.add([String(name[..<place])], status)
                    }
                }
            }
        }
        return found
    }

    /// Results lie there, or may, because it is of a form that SARIF does not have.
    private static func mayHoldResults(_ value: TypedValue?) -> Bool {
        guard let value, value.saysSomething else { return false }
        if value.isObject { return value["results"] != nil }
        return value.entries?.contains { mayHoldResults($0) } ?? true
    }

    /// What stands there of how the tool ran speaks against it, or cannot be read.
    private static func isDoubtful(_ run: TypedValue) -> Bool {
        guard let invocations = run["invocations"], invocations != .null else { return false }
        guard let entries = invocations.entries else { return true }
        return entries.contains { !$0.isObject || isBroken($0) }
    }

    /// The tool did not come to its end, or says that it could not do everything (sections 3.20 and 3.58).
    private static func isBroken(_ invocation: TypedValue) -> Bool {
        let notices = ["toolExecutionNotifications", "toolConfigurationNotifications"]
            .flatMap { key -> [TypedValue] in
                guard let value = invocation[key], value != .null else { return [] }
                // What is no list may be anything.
                return value.entries ?? [.null]
            }
        return invocation["executionSuccessful"] != .boolean(true)
            || ["exitSignalName", "exitSignalNumber", "processStartFailureMessage"]
                .contains { invocation[$0]?.saysSomething ?? false }
            || notices.contains {
                !$0.isObject || !mayBe($0["level"], ["none", "note", "warning"])
            }
    }

    /// Nothing stands there, or one of the words.
    private static func mayBe(_ value: TypedValue?, _ words: [String]) -> Bool {
        guard let value, value != .null else { return true }
        return value.string.map(words.contains) ?? false
    }

    private static func status(of result: TypedValue) -> Status {
        // What was seen earlier, and not in this run.
        if result["baselineState"]?.string == "absent" { return .open }
        let isNow = mayBe(result["baselineState"], ["new", "unchanged", "updated"])
        switch result["kind"]?.string ?? "fail" {
        // Something that passed has no level (section 3.27.10).
        case "pass": return isNow && mayBe(result["level"], ["none"]) ? .passed : .open
        case "fail": return .failed
        default: return .open
        }
    }

    /// The id of the rule of a result; nil where it has none that can be told.
    private static func name(of result: TypedValue, in tool: TypedValue?) -> String? {
        let rule = result["rule"]
        if let id = result["ruleId"]?.string ?? rule?["id"]?.string { return id }
        guard let index = rule?["index"] ?? result["ruleIndex"] else { return nil }
        var owner = tool?["driver"]
        // A rule of an extension has its number among the rules of that.
        if let component = rule?["toolComponent"] {
            owner = component["index"].flatMap { entry(tool?["extensions"], $0) }
        }
        return entry(owner?["rules"], index)?["id"]?.string
    }

    private static func entry(_ list: TypedValue?, _ index: TypedValue) -> TypedValue? {
        let entries = list?.entries ?? []
        return entries.indices.first { index == .number($0) }.map { entries[$0] }
    }
}
