import Foundation
import Testing

/// A server with rollouts on record, and what attackers have.
struct AttackedServer: Sendable {
    let workspace: Workspace
    let port: Int
    let token: String
    /// Its time is over.
    let late: String
    /// Another server's.
    let foreign: String

    var folder: String { workspace.folder }

    /// The request with the secrets in it.
    func filled(_ request: String) -> String {
        [("{token}", token), ("{late}", late), ("{foreign}", foreign)].reduce(request) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }

    /// What the server has at a path.
    func get(_ path: String, _ fields: [String] = []) async throws -> RawExchange.Answer {
        try await RawExchange.send(filled(Attack.get(path, fields)), to: port)
    }

    /// A body that the beginning wrote.
    func body(_ name: String) throws -> String { try workspace.read("bodies/\(name)") }

    /// Starts it, and has some people record something: in the checklist, the notes and the names of files
    /// stands what would run in a page that did not escape it.
    static func with(_ body: @escaping @Sendable (AttackedServer) async throws -> Void) async throws
    {
        try await Workspace.withSample { workspace in
            try workspace.write("checklists/hostile.yaml", HostileChecklist.text)
            try workspace.write("note", HostileChecklist.note)
            try await begin(workspace, keys)
            try await RunningServer.with(workspace, data: "data") { port in
                try await begin(workspace, record, port)
                func secret(_ name: String) throws -> String {
                    try workspace.read(name).trimmingCharacters(in: .whitespacesAndNewlines)
                }
                try await body(
                    AttackedServer(
                        workspace: workspace, port: port, token: secret("token"),
                        late: secret("late"), foreign: secret("foreign")))
                // Whatever was tried, the server stands and the ledger is whole.
                try await begin(workspace, whole, port)
            }
        }
    }

    private static func begin(
        _ workspace: Workspace, _ script: String, _ port: Int = 0
    ) async throws {
        let outcome = try await workspace.shell(
            script, environment: ["URL": "http://127.0.0.1:\(port)"])
        try #require(outcome.status == 0, "\(outcome)")
    }

    private static let keys = #"""
        set -eu
        mkdir -p "$HOME" data other bodies
        for name in ann bob bea eve; do
            ssh-keygen -q -t ed25519 -N '' -C '' -f $name
            test $name = eve || echo "$name@example.com $(cut -d' ' -f1,2 $name.pub)"
        done > data/allowed_signers
        cp data/allowed_signers .
        """#

    private static let record = #"""
        set -eu
        unset SSH_AUTH_SOCK
        SERVER=$(dirname "$READINESS")/readiness-server
        "$SERVER" token --data data readers > token
        "$SERVER" token --data data late > late
        sed -i '/ late$/s/ [0-9]*-/ 2020-/' data/tokens
        "$SERVER" token --data other readers > foreign
        export READINESS_TOKEN=$(cat token)
        rm -rf .readiness
        "$READINESS" init . --server $URL
        "$READINESS" signers --update --as bea@example.com --key bea
        for checklist in sample hostile; do
            "$READINESS" run checklists/$checklist.yaml --as ann@example.com --key ann || test $? -le 2
        done
        evidence="$(printf '<img src=x onerror=probe()>.txt')"
        echo proof > "$evidence"
        "$READINESS" sign checklists/hostile.yaml approved --as ann@example.com --note "$(cat note)" --key ann --evidence "$evidence"
        "$READINESS" sign checklists/hostile.yaml reviewed --reject --as bob@example.com --note "$(cat note)" --key bob
        "$READINESS" waive checklists/hostile.yaml present --until $(date -d '+20 days' +%F) --as bea@example.com --reason "$(cat note)" --key bea
        "$READINESS" poll checklists/hostile.yaml first no-go --as bea@example.com --comment "$(cat note)" --key bea
        "$READINESS" decide checklists/hostile.yaml first no-go --as bea@example.com --reason "$(cat note)" --key bea
        # Bodies for those who come past the program.
        said() {
            rm -f statement statement.sig
            "$READINESS" sign checklists/sample.yaml reviewed --as $1@example.com --note "$2" --statement-out statement 2> told
            namespace=$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)
            ssh-keygen -q -Y sign -f $3 -n "${4:-$namespace}" statement
        }
        put() { { cat statement; echo; cat statement.sig; } > bodies/$1; }
        said ann one eve && put stranger
        said ann two bob && put member
        said ann three ann file && put purpose
        said ann four ann && cp statement.sig four.sig && cp statement four && put good
        said ann five ann && cp four.sig statement.sig && put swapped
        said ann six ann && sed -i 's/"six"/"sex"/' statement && put changed
        { cat four; echo; sed 's/SSH SIGNATURE/SSH SIGNATURE /' four.sig; } > bodies/armor
        { cat four; echo; cat four.sig four.sig; } > bodies/twosigs
        { cat four; echo; } > bodies/unsigned
        "$READINESS" log --format jsonl | wc -l > entries
        """#

    /// Nothing but what was accepted on purpose is on record, and the log says that all of it is whole.
    private static let whole = #"""
        set -eu
        unset SSH_AUTH_SOCK
        export READINESS_TOKEN=$(cat token)
        test "$(curl -s $URL/health)" = ok
        "$READINESS" audit > audited
        test "$("$READINESS" log --format jsonl | wc -l)" = $(($(cat entries) + $(cat accepted 2> /dev/null || echo 0)))
        """#
}
