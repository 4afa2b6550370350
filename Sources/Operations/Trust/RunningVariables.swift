/// Variables of an environment that make programs run something else.
enum RunningVariables {
    private static let names: Set = [
        "BASH_ENV", "ENV", "SHELLOPTS", "BASHOPTS", "PS4", "IFS", "CDPATH", "ZDOTDIR", "PYTHONPATH",
        "PYTHONHOME", "PYTHONSTARTUP", "PERL5LIB", "PERLLIB", "PERL5OPT", "PERL5DB", "RUBYOPT",
        "RUBYLIB", "NODE_OPTIONS", "NODE_PATH", "LUA_INIT", "LUA_PATH", "LUA_CPATH", "PHPRC",
        "PHP_INI_SCAN_DIR", "AWKPATH", "AWKLIBPATH", "MAKEFILES", "MAKEFLAGS", "GNUMAKEFLAGS",
        "JAVA_TOOL_OPTIONS", "GCONV_PATH",
    ]

    /// Programs are found, or told to run more, by the variable.
    static func changes(name: String, value: String) -> Bool {
        if name == "PATH" {
            return value.split(separator: ":", omittingEmptySubsequences: false)
                .contains { !$0.hasPrefix("/") || $0.hasPrefix("/proc") }
        }
        return names.contains(name) || name.hasPrefix("LD_") || name.hasPrefix("BASH_FUNC_")
    }

    /// The same of a word such as `PATH=bin`.
    static func changes(_ assignment: String) -> Bool {
        let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return changes(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
    }
}
