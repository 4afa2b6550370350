/// What a stranger runs in the folder of a bundle: a shell, coreutils, xxd, ssh-keygen and openssl do.
///
/// The text before it looks whether the guide itself was changed; this is the rest.
enum VerificationScript {
    /// `SUMS` stands for the digest of `SHA256SUMS`, `COMMAND` for what verifies one statement, `TAKEN` for
    /// the function that says when, `PASSKEYS` for what verifies passkeys of RSA, `ENTRY` for the version of
    /// the form of entries.
    static let text = #"""
        export LC_ALL=C TZ=UTC
        fail() { printf 'NOT VERIFIED: %s\n' "$*" >&2; exit 1; }
        work=$(mktemp -d)
        trap 'rm -rf "$work"' EXIT

        # 1. Every file is there as it was, and no other one.
        list() {
            for path in "$1"/* "$1"/.[!.]* "$1"/..?*; do
                if [ -L "$path" ]; then printf 'a link: %s\n' "$path"
                elif [ -d "$path" ]; then list "$path"
                elif [ -f "$path" ]; then printf '%s\n' "${path#./}"
                elif [ -e "$path" ]; then printf 'no file: %s\n' "$path"
                fi
            done
        }
        [ "$(sha256sum SHA256SUMS | head -c 64)" = SUMS ] || fail "SHA256SUMS was changed"
        [ "$(list . | sort)" = "$({ cut -c 67- SHA256SUMS; echo HOW-TO-VERIFY.md; echo SHA256SUMS; } | sort)" ] ||
            fail "a file was added, removed or renamed"
        sha256sum --check --strict --quiet SHA256SUMS || fail "a file was changed"
        for path in evidence/* checklists/*.yaml; do
            [ -e "$path" ] || continue
            name=${path##*/}
            [ "$(sha256sum "$path" | head -c 64)" = "${name%.yaml}" ] || fail "$path has not the digest of its name"
        done

        # 2. The log signed the checkpoint, and every entry leads to its root (RFC 6962).
        leaf() { { printf '\000'; cat "$1"; } | sha256sum | head -c 64; }
        node() { printf '01%s%s' "$1" "$2" | xxd -r -p | sha256sum | head -c 64; }
        digits() { printf %s "$1" | base64 -d | xxd -p -c 64; }
        signed() {
            printf %s "$2" | base64 -d | tail -c 64 > "$work/signature"
            openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$work/key" -in "$work/text" \
                -sigfile "$work/signature" > "$work/answer" 2>&1 || fail "the log's key did not sign $1"
        }
        if [ -e checkpoint ]; then
            { printf 302a300506032b6570032100 | xxd -r -p; cut -d + -f 3- log.vkey | base64 -d | tail -c 32; } > "$work/key"
            {
                IFS= read -r origin; IFS= read -r size; IFS= read -r root; IFS= read -r blank
                [ "$origin" = "$(cut -d + -f 1 log.vkey)" ] || fail "the checkpoint is one of another log"
                [ -z "$blank" ] || fail "the checkpoint has lines that nobody knows"
                printf '%s\n%s\n%s\n' "$origin" "$size" "$root" > "$work/text"
                found=no
                while read -r dash name value; do
                    [ "$name" = "$origin" ] || continue
                    id=$(printf %s "$value" | base64 -d | head -c 4 | xxd -p)
                    [ "$id" = "$(cut -d + -f 2 log.vkey)" ] || continue
                    signed "the checkpoint" "$value"
                    found=yes
                done
                [ "$found" = yes ] || fail "the log's key did not sign the checkpoint"
            } < checkpoint
            root=$(digits "$root")
            for entry in entries/*.json; do
                number=${entry#entries/}
                number=${number%.json}
                {
                    read -r head; [ "$head" = c2sp.org/tlog-proof@v1 ] || fail "$number: no receipt"
                    read -r word value
                    [ "$word $value" = "extra $(base64 -w 0 "$entry")" ] || fail "$number: the receipt of another entry"
                    read -r word index
                    [ "$word $(printf %06d $((index + 1)))" = "index $number" ] || fail "$number: another place in the log"
                    [ "$index" -lt "$size" ] || fail "$number: not in the log yet"
                    node=$(leaf "$entry")
                    here=$index
                    last=$((size - 1))
                    while IFS= read -r value && [ -n "$value" ]; do
                        [ "$last" -gt 0 ] || fail "$number: the proof is too long"
                        if [ $((here & 1)) -eq 1 ] || [ "$here" -eq "$last" ]; then
                            node=$(node "$(digits "$value")" "$node")
                            while [ $((here & 1)) -eq 0 ] && [ "$here" -ne 0 ]; do
                                here=$((here >> 1)); last=$((last >> 1))
                            done
                        else
                            node=$(node "$node" "$(digits "$value")")
                        fi
                        here=$((here >> 1)); last=$((last >> 1))
                    done
                    [ "$last" -eq 0 ] && [ "$node" = "$root" ] || fail "$number: it does not lead to the signed root"
                    [ "$(cat)" = "$(cat checkpoint)" ] || fail "$number: the receipt has another checkpoint"
                } < "receipts/$number.tlog-proof"
            done
            for path in attestations/*.dsse.json; do
                [ -e "$path" ] || continue
                envelope=$(cat "$path")
                value=${envelope#'{"payload":"'}
                printf %s "${value%%'"'*}" | base64 -d > "$work/body"
                { printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < "$work/body")"; cat "$work/body"; } > "$work/text"
                value=${envelope##*'"sig":"'}
                signed "$path" "${value%%'"'*}"
            done
        fi

        # 3. Each signed statement is the one in its entry, and by a key of the list, when the ledger took it.
        held() {
            statement=$(cat "statements/$1.json")
            entry=$(cat "entries/$1.json")
            armor=
            while IFS= read -r line; do armor="$armor$line\\n"; done < "statements/$1.sig"
            armor=$armor$line
            case $entry in
            '{"entry":ENTRY,'*',"signature":"'"$armor"'","statement":'"$statement"'}') ;;
            *) fail "$1: the entry has another statement or signature" ;;
            esac
            case $statement in
            *'"principal":"'"$2"'",'*) ;;
            *) fail "$1: it is not $2 who says so" ;;
            esac
        }
        TAKEN
        if [ -e statements/INDEX ]; then
            : > "$work/revoked"
            : > "$work/fingerprints"
            # A fingerprint alone is nothing that ssh-keygen could read.
            while read -r line || [ -n "$line" ]; do
                case $line in
                SHA256:*) printf '%s\n' "$line" >> "$work/fingerprints" ;;
                *) printf '%s\n' "$line" >> "$work/revoked" ;;
                esac
            done < revoked_keys
            while read -r number principal; do
                held "$number" "$principal"
                answer=$(COMMAND 2>&1) ||
                    fail "$number: $answer"
                while read -r line; do
                    case $answer in *"$line"*) fail "$number: the key $line is revoked" ;; esac
                done < "$work/fingerprints"
                printf '%s: %s\n' "$number" "$answer"
            done < statements/INDEX
        fi

        # 4. The same for passkeys of RSA.
        PASSKEYS
        echo "Verified."
        """#
}
