#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/pkcs12.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

// Only what is a macro in the headers, which Swift cannot call.

static inline long clibssl_set_min_version(SSL_CTX *context, int version) {
    return SSL_CTX_set_min_proto_version(context, version);
}

static inline void clibssl_allow_old_servers(SSL_CTX *context) {
    SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT);
}

static inline long clibssl_set_server_name(SSL *ssl, const char *name) {
    return SSL_set_tlsext_host_name(ssl, name);
}

static inline int clibssl_negotiated_group(SSL *ssl) {
    return (int)SSL_get_negotiated_group(ssl);
}

static inline int clibssl_peer_temporary_key(SSL *ssl, EVP_PKEY **key) {
    return (int)SSL_get_peer_tmp_key(ssl, key);
}

static inline int clibssl_peer_signature(SSL *ssl, int *hash, int *type) {
    return SSL_get_peer_signature_nid(ssl, hash) && SSL_get_peer_signature_type_nid(ssl, type);
}

static inline int clibssl_secure_renegotiation(SSL *ssl) {
    return (int)SSL_get_secure_renegotiation_support(ssl);
}

// The text keeps its UTF-8 (ASN1_STRFLGS_ESC_MSB would turn every letter beyond ASCII into \XX).
static inline int clibssl_print_name(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}

static inline void clibssl_free(void *pointer) {
    OPENSSL_free(pointer);
}

// Without a session cache OpenSSL would not call back for a new session ticket.
static inline void clibssl_on_ticket(SSL_CTX *context, int (*callback)(SSL *, SSL_SESSION *)) {
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context, callback);
}

static inline long clibssl_session_set_max_version(SSL *ssl, int version) {
    return SSL_set_max_proto_version(ssl, version);
}

static inline long clibssl_session_set_min_version(SSL *ssl, int version) {
    return SSL_set_min_proto_version(ssl, version);
}

static inline long clibssl_set_groups(SSL_CTX *context, const char *names) {
    return SSL_CTX_set1_groups_list(context, (char *)names);
}

static inline long clibssl_session_set_groups(SSL *ssl, const char *names) {
    return SSL_set1_groups_list(ssl, (char *)names);
}

static inline int clibssl_new_session_place(void) {
    return SSL_get_ex_new_index(0, NULL, NULL, NULL, NULL);
}

static inline int clibssl_new_context_place(void) {
    return SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, NULL);
}

static inline int clibssl_new_verification_place(void) {
    return X509_STORE_CTX_get_ex_new_index(0, NULL, NULL, NULL, NULL);
}

static inline long clibssl_ask_for_status(SSL *ssl) {
    return SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp);
}

// The bytes stay the session's; -1 where the server sent none.
static inline long clibssl_status(SSL *ssl, const unsigned char **bytes) {
    return SSL_get_tlsext_status_ocsp_resp(ssl, bytes);
}

// The identifier is that of a certificate, by the hash that it uses itself.
static inline int clibssl_is_status_of(const OCSP_CERTID *id, X509 *certificate, X509 *issuer) {
    ASN1_OBJECT *algorithm = NULL;
    OCSP_id_get0_info(NULL, &algorithm, NULL, NULL, (OCSP_CERTID *)id);
    const EVP_MD *hash = algorithm ? EVP_get_digestbyobj(algorithm) : NULL;
    OCSP_CERTID *own = hash ? OCSP_cert_to_id(hash, certificate, issuer) : NULL;
    int is_own = own && OCSP_id_cmp(own, id) == 0;
    OCSP_CERTID_free(own);
    return is_own;
}
