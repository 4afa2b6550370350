/// The part of what a stranger runs that is about passkeys of RSA, which OpenSSH has no form for: openssl
/// verifies them.
enum PasskeyScript {
    /// `NAMESPACE` stands for what statements are signed for, `TYPE` for the type of the key.
    ///
    /// A line of the list counts where it is person, options, type and key, and each option is read here:
    /// purposes without a pattern, and from when to when, to the second and both of them included, as
    /// ssh-keygen and the program count. By a line with another option nothing is verified.
    static let text = #"""
        take() {
            length=$((0x$(printf %.8s "$rest")))
            rest=${rest#????????}
            part=$(printf "%.$((length * 2))s" "$rest")
            [ "${#part}" -eq $((length * 2)) ] || fail "$number: the signature is cut off"
            rest=$(printf %s "$rest" | cut -c $((length * 2 + 1))-)
        }
        bytes() { printf %s "$1" | xxd -r -p; }
        hash() { openssl dgst -"$1" -binary; }
        plain() { xxd -p | tr -d '\n'; }
        # moment TIME: the time of an option, to the second.
        moment() {
            clock=${1%Z}
            case $clock in *[!0-9]*) return 1 ;; esac
            case ${#clock} in 8) clock=${clock}000000 ;; 12) clock=${clock}00 ;; 14) ;; *) return 1 ;; esac
            printf %s "$clock"
        }
        # counted OPTIONS TIME: whether a line with these options was for statements at a time.
        counted() {
            options=$1
            while [ -n "$options" ]; do
                option=${options%%=*}
                options=${options#"$option"}
                case $options in '="'*'"'*) options=${options#'="'} ;; *) return 1 ;; esac
                setting=${options%%'"'*}
                options=${options#"$setting"'"'}
                case $options in '') ;; ,?*) options=${options#,} ;; *) return 1 ;; esac
                case $option in
                namespaces) case ,$setting, in *,NAMESPACE,*) ;; *) return 1 ;; esac ;;
                valid-after) from=$(moment "$setting") && [ "$2" -ge "$from" ] || return 1 ;;
                valid-before) until=$(moment "$setting") && [ "$2" -le "$until" ] || return 1 ;;
                *) return 1 ;;
                esac
            done
        }
        # listed PERSON KEY TIME: whether a line of the list has both, and counted at the time.
        listed() {
            while IFS= read -r entry; do
                case $entry in "$1 $2" | "$1 $2 "*) return 0 ;; "$1 "*" $2" | "$1 "*" $2 "*) ;; *) continue ;; esac
                entry=${entry#"$1 "}
                if counted "${entry%%" $2"*}" "$3"; then return 0; fi
            done < allowed_signers
            return 1
        }
        string() { printf '%08x%s' $((${#1} / 2)) "$1"; }
        if [ -e statements/PASSKEYS ]; then
            while read -r number principal; do
                held "$number" "$principal"
                armor=
                while IFS= read -r line; do
                    case $line in -----*) ;; *) armor=$armor$line ;; esac
                done < "statements/$number.sig"
                rest=$(printf %s "$armor" | base64 -d | plain)
                case $rest in
                53534853494700000001*) rest=${rest#53534853494700000001} ;;
                *) fail "$number: this is no signature" ;;
                esac
                take; key=$part
                take; purpose=$part
                [ "$(bytes "$purpose")" = NAMESPACE ] || fail "$number: it was signed for something else"
                take; [ -z "$part" ] || fail "$number: the signature has parts that nobody knows"
                take; name=$part
                case $(bytes "$name") in sha256 | sha512) ;; *) fail "$number: an unknown hash" ;; esac
                take; value=$part
                [ -z "$rest" ] || fail "$number: something stands behind the signature"

                rest=$key
                take; [ "$(bytes "$part")" = TYPE ] || fail "$number: this is no passkey of RSA"
                take; exponent=$part
                take; modulus=$part
                take; host=$part
                [ -z "$rest" ] || fail "$number: something stands behind the key"
                line="TYPE $(bytes "$key" | base64 -w 0)"
                when=$(taken "$number")
                listed "$principal" "$line" "${when%Z}" ||
                    fail "$number: the list has no line of $principal with this key that counted at $when"
                fingerprint=SHA256:$(bytes "$key" | hash sha256 | base64 -w 0 | tr -d =)
                line=${line##* }
                while read -r revoked || [ -n "$revoked" ]; do
                    case $revoked in *"$fingerprint"* | *"$line"*) fail "$number: the key $fingerprint is revoked" ;; esac
                done < revoked_keys

                rest=$value
                take; [ "$(bytes "$part")" = TYPE ] || fail "$number: another algorithm"
                take; bytes "$part" > "$work/signature"
                flags=$(printf %.2s "$rest"); rest=${rest#??}
                counter=$(printf %.8s "$rest"); rest=${rest#????????}
                take; origin=$(bytes "$part")
                take; words=$part
                take; extensions=$part
                [ -z "$rest" ] || fail "$number: something stands behind the signature"
                [ $((0x$flags & 5)) -eq 5 ] || fail "$number: nobody was there, or no PIN, finger or face was asked for"
                case $origin in
                "https://$(bytes "$host")" | "https://$(bytes "$host")":* | "http://$(bytes "$host")":*) ;;
                *) fail "$number: the page $origin is not one of the passkey's host" ;;
                esac
                digest=$(hash "$(bytes "$name")" < "statements/$number.json" | plain)
                wanted=535348534947$(string "$purpose")00000000$(string "$name")$(string "$digest")
                challenge=$(bytes "$wanted" | base64 -w 0 | tr '+/' '-_' | tr -d =)
                case $(bytes "$words") in
                *'"crossOrigin":true'* | *'"topOrigin"'*) fail "$number: the page stood in one of others" ;;
                '{"type":"webauthn.get","challenge":"'"$challenge"'","origin":"'"$origin"'"'*) ;;
                *) fail "$number: the browser was asked for something else" ;;
                esac
                { bytes "$host" | hash sha256; bytes "$flags$counter$extensions"; bytes "$words" | hash sha256; } > "$work/text"
                printf '%s\n' asn1=SEQUENCE:info '[info]' a=SEQUENCE:algorithm b=BITWRAP,SEQUENCE:numbers '[algorithm]' \
                    a=OID:rsaEncryption b=NULL '[numbers]' "a=INTEGER:0x$modulus" "b=INTEGER:0x$exponent" > "$work/form"
                openssl asn1parse -genconf "$work/form" -noout -out "$work/key"
                openssl pkeyutl -verify -rawin -digest sha256 -pubin -keyform DER -inkey "$work/key" -in "$work/text" \
                    -sigfile "$work/signature" > "$work/answer" 2>&1 || fail "$number: the key did not sign it"
                printf '%s: Good "NAMESPACE" signature for %s with a passkey of RSA %s, in the browser at %s\n' \
                    "$number" "$principal" "$fingerprint" "$origin"
            done < statements/PASSKEYS
        fi
        """#
}
