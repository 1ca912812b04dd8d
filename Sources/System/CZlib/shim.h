#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see; -15: raw deflate, as in ZIP files, with its largest window.
static inline int kith_inflate_init(z_stream *stream) { return inflateInit2(stream, -15); }
