extension ToolResults {
    /// Heimdall Data Format: a control has passed where all of its results have, and there is one.
    static func hdf(_ whole: TypedValue) -> Found {
        var found = Found()
        found.isOfFormat = whole["profiles"]?.entries != nil
        for profile in found.objects(whole["profiles"]) {
            // One that could not be loaded or was left out has looked at nothing.
            let isEmpty =
                ["failed", "skipped"].contains(profile["status"]?.string)
                || profile["skip_message"]?.saysSomething ?? false
            for control in found.objects(profile["controls"]) {
                let results = control["results"]?.entries ?? []
                let status = status(of: results).doubted(
                    isEmpty || isLeftOut(control) || isContradicted(control))
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

    /// What it says as a whole, or who attested it by hand says, is not that it passed.
    private static func isContradicted(_ control: TypedValue) -> Bool {
        func speaksAgainst(_ status: TypedValue?) -> Bool {
            guard let status, status.saysSomething else { return false }
            return status.string?.lowercased() != "passed"
        }
        let attestation = control["attestation_data"]
        let isAttested = attestation?.saysSomething ?? false
        return speaksAgainst(control["status"])
            || isAttested && attestation?["status"]?.string?.lowercased() != "passed"
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
