import Files

extension KeepingFailure: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    package var description: String {
        switch self {
        case .otherForm(let path, let form):
            return "The folder \(path) has form \"\(form)\", and this program knows form "
                + "\(ServerData.form) alone. Install the readiness-server that wrote it, or a newer "
                + "one. Nothing was changed."
        case .noData(let path):
            return "There is no ledger in \(path). Name the folder that readiness-server was given "
                + "with --data, or one that readiness-server backup wrote."
        case .occupied(let path):
            return "There is something at \(path) already. Name another place. Nothing was written."
        case .notEmpty(let path):
            return
                "The folder \(path) is not empty, and what is in it is not replaced. Move it away, "
                + "or name another one with --data. Nothing was written."
        case .unsound(let path, let findings):
            return "\(path) is not whole, and nothing is kept of the copy:\n"
                + findings.map { "  \($0)" }.joined(separator: "\n")
        case .newestWanted:
            return
                "Nobody knows by the backup alone whether the log signed more after it, and to sign "
                + "other entries in their place would give the log two histories. Name the newest "
                + "checkpoint that can be had with --newest FILE or --newest https://SERVER (it lies "
                + "beside the key as log.key.checkpoint, and in the copies of clients and witnesses); "
                + "or say --nothing-newer where the server was stopped before the backup; or begin a "
                + "new log with --log NAME. Nothing was written."
        case .older(let has, let signed, let place):
            return
                "The backup has \(Self.entries(has)), and is not what the log signed later: "
                + "\(Self.entries(signed)) (\(place)). To go on from here would give the log two "
                + "histories, which every client refuses. Find a newer backup; or begin a new log with "
                + "--log NAME, which everybody pins anew. Nothing was written."
        case .keyWanted(let path):
            return "\(path) has no private key of the log, which is kept apart: name it with --key "
                + "FILE, or begin a new log with --log NAME. Nothing was written."
        case .sameName(let name):
            return "A log before was named \(name) as well: two logs under one name look like "
                + "fraud. Choose another name, such as one with the next number. Nothing was written."
        case .noFormerLog(let path, let key):
            return
                "\(path) is no log that was given up: there is no file \(key) in it. Move it to "
                + "another folder, or bring \(key) back from a backup. Nothing was written."
        case .file(let path, let failure):
            let advice = failure.advice.isEmpty ? "" : "; \(failure.advice)"
            return "\(path) cannot be used: \(failure.reason)\(advice)."
        }
    }

    private static func entries(_ size: Int) -> String { size == 1 ? "1 entry" : "\(size) entries" }
}
