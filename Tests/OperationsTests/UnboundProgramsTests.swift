import ChecklistDecoding
import Checks
import Operations
import Testing

@Suite("What trust cannot be tied to")
struct UnboundProgramsTests {
    private static func unbound(_ run: String) async throws -> [String] {
        let text = Sample.text.replacing(
            "check: [{file: {path: present.txt}}]",
            with: "check: [\(run.replacing("${", with: "$${"))]")
        return try await Place.with(text) { place in
            try await place.load().unboundPrograms(in: place.path("checklists"))
        }
    }

    private static func quoted(_ script: String) -> String {
        let escaped = script.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped.replacing("\n", with: "\\n"))\""
    }

    private static let scripts = [
        "test \"$(sh payload)\" = ok", "[ \"$(./payload)\" = ok ]", "[ \"`sh payload`\" = ok ]",
        "cat <<E\nit's\nE\nsh payload", "bash <<< \"sh payload\"", "cat payload | sh -",
        "cat payload | sh", "cat payload | python3 -", "sh -s < payload", "sh /dev/stdin",
        "sh /proc/self/cwd/payload", "env -S \"sh payload\"", "env -C sub sh payload",
        "make -sf r.mk", "make -f -", "MAKEFILES=x.mk make", "make SHELL=./payload",
        "cd -P sub && sh payload", "cd -- sub && sh payload", "cd \"$D\" && sh payload",
        "PATH=bin:$PATH; check", "export PATH=bin; check", "xargs -a list sh",
        "find . -exec sh {} ;", "flock l -c \"sh payload\"", "python3 -mcheck", "python3 -m check",
        "python3 -c \"import check\"", "perl -ne x", "ruby -Ilib check", "node check", "mawk -f p",
        "sed -nf p", "sed p list -f p", "awk 'BEGIN { system(\"sh payload\") }'",
        "bash -c 'sh {payload,}'", "sh -c \"sh -c 'cat payload | sh'\"", "sh ~/payload",
        "eval sh payload", "trap \"sh payload\" EXIT", ". ./payload", "exec sh payload",
        "set payload; sh check", "alias x=y", "sh payload &", "(sh payload)", "{ sh payload; }",
        "if sh -s; then echo; fi", "! sh payload", "sh --rcfile x payload", "bash -ic check",
        "busybox sh payload", "timeout 10 script -c payload", "sudo -i payload", "ssh a sh payload",
        "watch sh payload", "su -c payload", "parallel sh", "echo x | xargs sed -n",
        "env PATH=bin check", "echo \"a\\\"b\"", "echo \"a\\\\b\"", "sh '' payload",
    ]

    @Test("A script of a shell that is not plain is said, wherever it stands", arguments: scripts)
    func said(_ script: String) async throws {
        let quoted = Self.quoted(script)
        let names = try await Self.unbound("{command: {run: [\(quoted)], shell: true}}")
        #expect(names.contains(script), "\(names)")
        for kind in ["command", "plugin"] {
            let nested = try await Self.unbound("{\(kind): {run: [sh, -c, \(quoted)]}}")
            #expect(nested.contains("sh -c \(script)"), "\(kind): \(nested)")
        }
    }

    @Test(
        "A command whose form is not known is said",
        arguments: [
            "env, -S, sh payload", "env, -C, sub, sh, payload", "env, --chdir=sub, sh, payload",
            "env, -iS, sh payload", "env, BASH_ENV=x, bash, check", "make, -sf, r.mk",
            "make, -f, '-'", "make, -C, sub", "xargs, -a, list, sh", "xargs, sh",
            "find, ., -exec, sh, '{}', ;", "find, ., -execdir, sh, '{}', ;",
            "flock, l, -c, sh payload", "python3, -mcheck", "python3, -m, check",
            "/usr/bin/python3.11, -Bm, check", "python3, '-'", "python3, /dev/stdin", "mawk, -f, p",
            "sed, -nf, p", "gawk, -i, p, x", "sed, 1e sh payload", "perl, -e, do q(./x)", "sh, '-'",
            "sh, -s", "bash, -c, 'sh {payload,}'", "bash, -ec, 'sh ~/payload'", "nice, -5, sh, x",
            "nohup, sh", "sudo, su, -c, sh payload", "setsid, -w, sh, x", "/proc/self/cwd/payload",
            "ssh, host, x", "timeout, -v, 10, sh, x", "node, lib", "php, -f, x",
            "java, -jar, x.jar",
        ])
    func form(_ words: String) async throws {
        #expect(try await Self.unbound("{command: {run: [\(words)]}}").count >= 1)
        #expect(try await Self.unbound("{plugin: {run: [\(words)]}}").count >= 1)
    }

    @Test(
        "A variable that changes what is run is said",
        arguments: [
            ("PATH: 'bin:/usr/bin'", "PATH=bin:/usr/bin"), ("PATH: '/usr/bin:'", "PATH=/usr/bin:"),
            ("BASH_ENV: x", "BASH_ENV=x"), ("ENV: x", "ENV=x"), ("LD_PRELOAD: x", "LD_PRELOAD=x"),
            ("LD_LIBRARY_PATH: x", "LD_LIBRARY_PATH=x"), ("PYTHONPATH: x", "PYTHONPATH=x"),
            ("PERL5LIB: x", "PERL5LIB=x"), ("PERL5OPT: -Mx", "PERL5OPT=-Mx"),
            ("RUBYOPT: -rx", "RUBYOPT=-rx"), ("NODE_OPTIONS: x", "NODE_OPTIONS=x"),
            ("MAKEFILES: x", "MAKEFILES=x"),
            ("BASH_ENV: {file: /run/x}", "BASH_ENV=…"), ("PATH: {file: /run/x}", "PATH=…"),
        ])
    func variables(_ variable: String, _ name: String) async throws {
        let run = "{command: {run: [./check], environment: {\(variable)}}}"
        #expect(try await Self.unbound(run) == [name])
    }

    @Test(
        "What is plain is bound, or needs nothing bound",
        arguments: [
            "{run: [df, --output=pcent, /var]}", "{run: [systemctl, is-active, gateway]}",
            "{run: ['df --output=pcent /var | tail -1'], shell: true}",
            "{run: [./check, --max-lag, 10s]}", "{run: [sh, check.sh, list.csv]}",
            "{run: [bash, -euo, pipefail, check]}", "{run: [bash, -c, -o, pipefail, 'sh check']}",
            "{run: [python3, -I, check]}", "{run: [python3.11, lib/tool, -m, x]}",
            "{run: [node, lib/x.js]}", "{run: [awk, -v, x=1, -f, check, list.csv]}",
            "{run: [awk, '{print $1}', list]}", "{run: [sed, -n, 5p, list]}",
            "{run: [make, -s, all]}",
            "{run: [make, -f, rules, all]}", "{run: [timeout, 10, sudo, -u, x, sh, check]}",
            "{run: [env, LANG=C, PATH=/usr/bin, sh, check]}", "{run: [find, ., -name, x]}",
            "{run: ['cd lib && sh tool || echo \"no tool\"; exit 1'], shell: true}",
            "{run: [\"sh check\\n\\n./other 'a b' |\\n  grep -q ok\\n\"], shell: true}",
            "{run: ['cat list.csv | xargs -n 1 sh check'], shell: true}",
            "{run: ['echo a | sh -c \"cat\"; echo b | sh check'], shell: true}",
            "{run: [./check], environment: {PATH: '/usr/bin:/bin', LANG: C}}",
        ])
    func plain(_ check: String) async throws {
        #expect(try await Self.unbound("{command: \(check)}") == [])
    }

    @Test("A folder that an interpreter is given is said")
    func folder() async throws {
        let text = Sample.text.replacing(
            "check: [{file: {path: present.txt}}]",
            with: "check: [{command: {run: [python3, tool]}}]")
        try await Place.with(text) { place in
            try place.write("checklists/tool/__main__.py", "pass")
            let folder = place.path("checklists")
            let names = try await place.load().unboundPrograms(in: folder)
            #expect(names == ["\(folder)/tool"])
        }
    }
}
