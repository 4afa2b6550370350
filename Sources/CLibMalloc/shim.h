#include <malloc.h>

// The parameters are macros whose values only this header knows, and other libraries of C have none.

static inline void clibmalloc_keep_memory(int bytes) {
#ifdef M_TOP_PAD
    mallopt(M_TOP_PAD, bytes);
    mallopt(M_TRIM_THRESHOLD, 2 * bytes);
#endif
}
