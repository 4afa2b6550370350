/* The least that can be done with a YAML file: libyaml's events, one after the other, thrown away. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: yaml-events FILE\n");
        return 64;
    }
    FILE *file = fopen(arguments[1], "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) return 74;
    long size = ftell(file);
    rewind(file);
    unsigned char *text = size > 0 ? malloc(size) : NULL;
    if (!text || fread(text, 1, size, file) != (size_t)size) return 74;
    fclose(file);

    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return 70;
    yaml_parser_set_input_string(&parser, text, size);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    long events = 0;
    for (int done = 0; !done; events++) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) return 65;
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    printf("%ld events, %ld bytes\n", events, size);
    return 0;
}
