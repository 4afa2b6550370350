extension ToolResults {
    /// SARIF 2.1.0: a result without a kind is a failure; a rule without a result says nothing.
    static func sarif(_ whole: TypedValue) -> Found {
        var found = Found()
        let runs = whole["runs"]?.entries
        found.isOfFormat = runs != nil && whole["version"]?.string == "2.1.0"
        let lieElsewhere = (whole["inlineExternalProperties"]?.entries ?? []).contains {
            $0["results"] != nil
        }
        // Of a tool that broke off nobody knows which tests it left out, in whichever run.
        let brokeOff = (runs ?? []).contains(where: isDoubtful)
        for run in runs ?? [] {
            let invocations = run["invocations"]?.entries ?? []
            found.times +=
                invocations.isEmpty ? [nil] : invocations.map { $0["endTimeUtc"]?.string }
            let isDoubtful =
                brokeOff
                // Some of its results lie in another place or file.
                || lieElsewhere || run["externalPropertyFileReferences"]?["results"] != nil
            for result in results(of: run, &found) {
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

    /// None where the tool did not come to have any; anything but a list of them is none of SARIF.
    private static func results(of run: TypedValue, _ found: inout Found) -> [TypedValue] {
        guard let value = run["results"], value != .null else { return [] }
        guard let entries = value.entries, entries.allSatisfy(isObject) else {
            found.isOfFormat = false
            return []
        }
        return entries
    }

    private static func isObject(_ value: TypedValue) -> Bool {
        if case .object = value { return true }
        return false
    }

    /// What stands there of how the tool ran speaks against it, or cannot be read.
    private static func isDoubtful(_ run: TypedValue) -> Bool {
        guard let invocations = run["invocations"], invocations != .null else { return false }
        guard let entries = invocations.entries else { return true }
        return entries.contains { !isObject($0) || isBroken($0) }
    }

    /// The tool did not come to its end, or says that it could not do everything (sections 3.20 and 3.58).
    private static func isBroken(_ invocation: TypedValue) -> Bool {
        let notices = ["toolExecutionNotifications", "toolConfigurationNotifications"]
            .flatMap { key -> [TypedValue] in
                guard let value = invocation[key], value != .null else { return [] }
                // What is no list may be anything.
                return value.entries ?? [.object(JSONObject(["level": .text("error")]))]
            }
        return invocation["executionSuccessful"] != .boolean(true)
            || ["exitSignalName", "exitSignalNumber", "processStartFailureMessage"]
                .contains { invocation[$0]?.saysSomething ?? false }
            || notices.contains { $0["level"]?.string == "error" }
    }

    private static func status(of result: TypedValue) -> Status {
        // What was seen earlier, and not in this run.
        if result["baselineState"]?.string == "absent" { return .open }
        switch result["kind"]?.string ?? "fail" {
        // Something that passed has no level (section 3.27.10).
        case "pass": return ["none", nil].contains(result["level"]?.string) ? .passed : .open
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
