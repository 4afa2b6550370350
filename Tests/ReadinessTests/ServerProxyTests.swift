import Foundation
import Testing

@Suite("A server behind nginx, by the sample of the package", .timeLimit(.minutes(10)))
struct ServerProxyTests {
    @Test("The command line speaks TLS 1.3 with it, and nginx has the first limits")
    func proxied() async throws {
        try await ServerWalk.walk(
            #"""
            stop
            SERVE_OPTIONS='--proxy 127.0.0.1 --sign-ins-per-minute 3'
            serve
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
                -addext subjectAltName=DNS:localhost -keyout tls.key -out tls.pem 2> /dev/null
            free=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
            mkdir -p nginx
            {
                echo "daemon off; pid $PWD/nginx/pid; error_log $PWD/nginx/error.log;"
                test "$(id -u)" != 0 || echo 'user root;'
                echo "events {} http { access_log off;"
                for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $PWD/nginx/$kind;"; done
                sed "s|listen 443 ssl|listen 127.0.0.1:$free ssl|; s|ledger.example.com|localhost|; s|/etc/ssl/ledger|$PWD/tls|
                     s|http://127.0.0.1:8080|$URL|; s|client_header_timeout 10s|client_header_timeout 1s|" \#(DocsTree.path("packaging/nginx.conf"))
                echo '}'
            } > nginx/nginx.conf
            nginx=$(command -v nginx || echo /usr/sbin/nginx)
            "$nginx" -t -e "$PWD/nginx/error.log" -c "$PWD/nginx/nginx.conf" 2> nginx/said || { cat nginx/said; exit 98; }
            "$nginx" -e "$PWD/nginx/error.log" -c "$PWD/nginx/nginx.conf" & proxying=$!
            trap 'kill $proxying $SERVING 2> /dev/null || true' EXIT
            TLS=https://localhost:$free
            for tick in $(seq 600); do curl -s --cacert tls.pem $TLS/health > /dev/null && break; sleep 0.1; done
            export READINESS_CA_FILE=$PWD/tls.pem
            mkdir there
            cp -r checklists allowed_signers ann ann.pub there
            cd there
            "$READINESS" init . --server $TLS --log-vkey "$(curl -s $URL/log.vkey)"
            echo proof > evidence.txt
            sign approved ann --evidence evidence.txt
            "$READINESS" status checklists/sample.yaml > ../status || test $? = 1
            refused 69 env READINESS_CA_FILE=/dev/null "$READINESS" status checklists/sample.yaml
            cd ..
            curl -s -o /dev/null -w '%{ssl_verify_result} %{http_version}\n' --tlsv1.3 --cacert tls.pem $TLS/health
            ! curl -s --tls-max 1.1 --cacert tls.pem $TLS/health
            # The client cannot choose who it is: nginx says what it saw.
            for try in 1 2 3 4; do
                curl -s -o /dev/null -w '%{http_code} ' --cacert tls.pem -X POST -H "X-Forwarded-For: 192.0.2.$try" $TLS/sign-in
            done > signing
            # What drips its fields is cut, before the server sees anything of it.
            python3 - $free <<'PYTHON'
            import socket, ssl, sys, time
            context = ssl.create_default_context(cafile="tls.pem")
            peer = context.wrap_socket(socket.create_connection(("127.0.0.1", int(sys.argv[1]))), server_hostname="localhost")
            assert peer.version() == "TLSv1.3", peer.version()
            peer.settimeout(0.3)
            start = time.monotonic()
            while time.monotonic() - start < 10:
                try:
                    peer.sendall(b"G")
                    if peer.recv(4096) == b"": break
                except (socket.timeout, ssl.SSLError): pass
                except OSError: break
            assert time.monotonic() - start < 6, "not cut"
            PYTHON
            curl -s -Z --parallel-max 50 --cacert tls.pem -w '%{http_code}\n' "$TLS/health#[1-600]" -o /dev/null > many || true
            grep -c 200 many
            grep -q 429 many
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let signing = try workspace.read("signing")
            #expect(signing == "403 403 403 429 ")
        }
    }
}
