/// Programs and words of a shell that run other things in ways that trust does not follow.
enum UnknownForms {
    static func has(_ name: String) -> Bool { words.contains(name) || programs.contains(name) }

    /// What a shell itself does.
    private static let words: Set = [
        "eval", "trap", ".", "source", "exec", "export", "set", "alias", "unalias", "command",
        "builtin", "enable", "hash", "unset", "declare", "typeset", "local", "readonly", "let",
        "shopt", "setopt", "emulate", "autoload", "bind", "complete", "mapfile", "readarray", "fc",
        "pushd", "popd", "time", "coproc", "function", "if", "then", "elif", "else", "fi", "for",
        "select", "while", "until", "do", "done", "case", "esac", "in",
    ]

    private static let programs: Set = [
        "fish", "busybox", "toybox", "csh", "tcsh", "mksh", "lksh", "pdksh", "yash", "rbash", "rc",
        "pwsh", "powershell", "pypy", "ipython", "nodejs", "deno", "bun", "npm", "npx", "yarn",
        "pnpm", "uv", "uvx", "pipx", "luajit", "java", "groovy", "Rscript", "R", "julia", "tclsh",
        "wish", "expect", "osascript", "guile", "scala", "kotlin", "go", "cargo", "swift", "dotnet",
        "mawk", "nawk", "original-awk", "bwk", "gsed", "gmake", "bmake", "ninja", "just", "rake",
        "ant", "mvn", "gradle", "flock", "script", "su", "runuser", "watch", "parallel", "ssh",
        "rsh", "chroot", "unshare", "nsenter", "setpriv", "capsh", "stdbuf", "ionice", "taskset",
        "chrt", "numactl", "prlimit", "strace", "ltrace", "gdb", "valgrind", "perf", "systemd-run",
        "pkexec", "run-parts", "entr", "unbuffer", "socat", "screen", "tmux", "at", "batch", "vi",
        "vim", "ex", "ed", "emacs",
    ]
}
