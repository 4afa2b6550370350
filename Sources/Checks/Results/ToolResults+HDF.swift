extension ToolResults {
    /// Heimdall Data Format: a control has passed where all of its results have, and there is one.
    static func hdf(_ whole: TypedValue) -> Found {
        var found = Found()
        let profiles = whole["profiles"]?.entries
        found.isOfFormat = profiles != nil
        for profile in profiles ?? [] {
            // One that could not be loaded or was left out has looked at nothing.
            let isEmpty =
                ["failed", "skipped"].contains(profile["status"]?.string)
                || profile["skip_message"]?.saysSomething ?? false
            for control in profile["controls"]?.entries ?? [] {
                let results = control["results"]?.entries ?? []
                let status = status(of: results).doubted(isEmpty || isLeftOut(control))
                found.add([control["id"]?.string], status)
                found.times += results.map { $0["start_time"]?.string }
            }
        }
        return found
    }

    private static func status(of results: [TypedValue]) -> Status {
        let statuses = results.map { $0["status"]?.string }
        guard !statuses.contains("failed"), !statuses.contains("error") else { return .failed }
        // Where the test itself broke off, what it says is not what it saw.
        let isBroken = results.contains { result in
            ["backtrace", "exception", "skip_message"].contains { key in
                result[key]?.saysSomething ?? false
            }
        }
        return !statuses.isEmpty && !isBroken && statuses.allSatisfy { $0 == "passed" }
            ? .passed : .open
    }

    /// A waiver kept it from running, or it has no impact, which means that it does not apply.
    private static func isLeftOut(_ control: TypedValue) -> Bool {
        let waiver = control["waiver_data"]
        return waiver?["skipped_due_to_waiver"]?.saysSomething ?? false
            || waiver?["run"].map { $0 != .boolean(true) } ?? false
            || control["impact"].map { !isImpact($0) } ?? false
    }

    /// A number above zero.
    private static func isImpact(_ value: TypedValue) -> Bool {
        guard case .number(let number) = value else { return false }
        return number > DecimalNumber(0)
    }
}
