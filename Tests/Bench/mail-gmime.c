// What GMime needs to read a mailbox and decode all text: the peer of mbox2jsonl --no-zones.
#include <gmime/gmime.h>
#include <stdio.h>

typedef struct {
  long messages, text, subjects;
} Count;

// Decodes one part; text in its charset's UTF-8, everything else as bytes.
static void take(GMimeObject *parent, GMimeObject *part, gpointer data) {
  Count *count = data;
  (void)parent;
  if (GMIME_IS_TEXT_PART(part)) {
    char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    if (text) count->text += (long)strlen(text);
    g_free(text);
  } else if (GMIME_IS_PART(part)) {
    GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
    GMimeStream *sink = g_mime_stream_null_new();
    if (content) g_mime_data_wrapper_write_to_stream(content, sink);
    g_object_unref(sink);
  }
}

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  g_mime_init();
  GMimeStream *file = g_mime_stream_file_open(argv[1], "r", NULL);
  if (!file) return 66;
  GMimeParser *parser = g_mime_parser_new_with_stream(file);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
  g_mime_parser_set_persist_stream(parser, FALSE);
  Count count = {0, 0, 0};
  while (!g_mime_parser_eos(parser)) {
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (!message) break;
    const char *subject = g_mime_message_get_subject(message);
    if (subject) count.subjects += (long)strlen(subject);
    g_mime_message_foreach(message, take, &count);
    count.messages++;
    g_object_unref(message);
  }
  printf("%ld messages, %ld bytes of text\n", count.messages, count.text);
  return 0;
}
