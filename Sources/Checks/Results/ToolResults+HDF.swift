extension ToolResults {
    /// Heimdall Data Format: a control has passed where all of its results have, and there is one.
    static func hdf(_ whole: TypedValue) -> Found {
        var found = Found()
        let profiles = whole["profiles"]?.entries
        found.isOfFormat = profiles != nil
        for profile in profiles ?? [] {
            // One that could not be loaded or was left out has looked at nothing.
            let isEmpty = ["failed", "skipped"].contains(profile["status"]?.string)
            for control in profile["controls"]?.entries ?? [] {
                let results = control["results"]?.entries ?? []
                let status = status(of: results).doubted(isEmpty || isLeftOut(control))
                found.add(control["id"]?.string, status)
                found.times += results.map { $0["start_time"]?.string }
            }
        }
        return found
    }

    private static func status(of results: [TypedValue]) -> Status {
        let statuses = results.map { $0["status"]?.string }
        guard !statuses.contains("failed"), !statuses.contains("error") else { return .failed }
        // Where the test itself broke off, what it says is not what it saw.
        let isBroken = results.contains {
            $0["backtrace"]?.saysSomething ?? false || $0["exception"]?.saysSomething ?? false
        }
        return !statuses.isEmpty && !isBroken && statuses.allSatisfy { $0 == "passed" }
            ? .passed : .open
    }

    /// A waiver kept it from running, or it has no impact, which means that it does not apply.
    private static func isLeftOut(_ control: TypedValue) -> Bool {
        let waiver = control["waiver_data"]
        return waiver?["skipped_due_to_waiver"]?.saysSomething ?? false
            || waiver?["run"] == .boolean(false) || control["impact"] == .number(0)
    }
}
