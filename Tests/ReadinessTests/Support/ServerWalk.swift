import Testing

/// Scripts that begin with a server that listens.
enum ServerWalk {
    /// A server with its data, keys, and a folder whose checklists use it.
    private static let begin = #"""
        set -eu
        mkdir -p "$HOME" data other
        unset SSH_AUTH_SOCK
        SERVER=$(dirname "$READINESS")/readiness-server
        for name in ann bob bea eve; do
            ssh-keygen -q -t ed25519 -N '' -C '' -f $name
            test $name = eve || echo "$name@example.com $(cut -d' ' -f1,2 $name.pub)"
        done > data/allowed_signers
        test "$PEOPLE" = 0 || "$(dirname "$READINESS")/ledger-writer" signers "$PEOPLE" >> data/allowed_signers
        cp data/allowed_signers .
        cp data/allowed_signers other
        PORT=0

        """#

    private static let functions = #"""
        # Where a server listens, once the file says so that it writes to.
        listens() {
            for tick in $(seq 600); do
                ! grep -q Listening $1 || break
                sleep 0.1
            done
            sed -n 's/Listening on //p' $1
        }
        serve() {
            : > listening
            READINESS_DATABASE=$(database "${1:-data}") "$SERVER" --data "${1:-data}" --listen "127.0.0.1:$PORT" --log log.test/2026 ${SERVE_OPTIONS:-} > listening 2>> requests 9>&- &
            SERVING=$!
            trap 'kill $SERVING 2> /dev/null || true' EXIT
            URL=$(listens listening)
            PORT=${URL##*:}
        }
        # A second server beside the first one, with the key of its log.
        second() {
            test -d second || { mkdir -m 700 second && cp data/allowed_signers data/log.key second; }
            : > listening.second
            READINESS_DATABASE=$(database data) "$SERVER" --data second --listen 127.0.0.1:${PORT_TWO:-0} ${SERVE_OPTIONS:-} > listening.second 2>> requests.second 9>&- &
            SECOND=$!
            trap 'kill $SERVING $SECOND 2> /dev/null || true' EXIT
            URL_TWO=$(listens listening.second)
            PORT_TWO=${URL_TWO##*:}
        }
        token() {
            READINESS_DATABASE=$(database "$1") "$SERVER" token --data "$1" readers
        }
        stop() {
            kill -${1:-TERM} $SERVING
            wait $SERVING || true
        }
        sign() {
            step=$1
            name=$2
            shift 2
            "$READINESS" sign checklists/sample.yaml $step --as $name@example.com --note n --key $name "$@"
        }
        refused() {
            status=$1
            shift
            code=0
            "$@" > said 2>&1 || code=$?
            test $code = $status || { cat said; exit 99; }
        }
        post() {
            curl -s -X POST -H 'Content-Type: application/vnd.readiness.statements' --data-binary @- "$@" $URL/api/statements
        }

        """#

    private static let start = #"""
        serve
        export READINESS_TOKEN=$(token data)
        rm -rf .readiness
        "$READINESS" init . --server $URL > pinned 2> warned
        "$READINESS" signers --update --as bea@example.com --key bea

        """#

    /// Carries out a script behind those, and looks at what came of it.
    ///
    /// The list of signers has that many more people, whose keys `ledger-writer` has.
    static func walk(
        on store: ServerStore = .sqlite, people: Int = 0, _ script: String,
        _ check: (Workspace, Outcome) async throws -> Void
    ) async throws {
        try await Workspace.withSample { workspace in
            try await check(
                workspace, workspace.shell(beginning(on: store, people: people) + script))
        }
    }

    /// The same behind a server that was started anew, with limits that a test reaches.
    static func anew(
        _ options: String, _ script: String, _ check: (Workspace, Outcome) async throws -> Void
    ) async throws {
        try await walk("stop\nSERVE_OPTIONS='\(options)'\nserve\n" + script, check)
    }

    /// What each script begins with.
    static func beginning(on store: ServerStore = .sqlite, people: Int = 0) -> String {
        "PEOPLE=\(people)\n" + begin + store.functions + functions + start
    }
}
