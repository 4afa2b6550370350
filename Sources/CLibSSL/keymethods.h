#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/engine.h>
#include <openssl/evp.h>

// OpenSSL 3.0 and 3.1 go through the decoders of all providers anew for the public key of each
// certificate, which is a quarter of the client's time of a handshake; from 3.2 they are remembered.
// Where an engine has the methods of a kind of key, its keys are read at once. The methods of this
// engine are those of the library itself, so that keys of these kinds are used without a provider,
// by everything in the process; where providers are a rule, as for FIPS, nothing is changed.

#if !defined(OPENSSL_NO_ENGINE) && OPENSSL_VERSION_NUMBER < 0x30200000L

static int clibssl_key_methods(
    ENGINE *engine, EVP_PKEY_METHOD **method, const int **kinds, int kind) {
    static const int known[] = {NID_X9_62_id_ecPublicKey, NID_rsaEncryption};
    if (method == NULL) {
        *kinds = known;
        return sizeof known / sizeof *known;
    }
    *method = (EVP_PKEY_METHOD *)EVP_PKEY_meth_find(kind);
    return *method != NULL;
}

/// Has the library read keys at once from here on; to be called once.
static inline void clibssl_read_keys_at_once(void) {
    if (OpenSSL_version_num() >= 0x30200000L || EVP_default_properties_is_fips_enabled(NULL)) return;
    ENGINE *engine = ENGINE_new();
    if (engine == NULL) return;
    if (ENGINE_set_id(engine, "readiness-keys")
        && ENGINE_set_name(engine, "Keys that are read at once")
        && ENGINE_set_pkey_meths(engine, clibssl_key_methods) && ENGINE_init(engine)) {
        ENGINE_register_pkey_meths(engine);
    }
    ENGINE_free(engine);
}

#else

static inline void clibssl_read_keys_at_once(void) {}

#endif
