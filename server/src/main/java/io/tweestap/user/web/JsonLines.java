package io.tweestap.user.web;

import io.tweestap.shared.file.UnreadableFileException;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A file with one JSON object on each line (NDJSON). Empty lines are passed over.
final class JsonLines implements LineSource {
  private final BufferedReader text;
  private final JsonMapper json;
  private long number;

  JsonLines(BufferedReader text, JsonMapper json) {
    this.text = text;
    this.json = json;
  }

  @Override
  public Optional<RawLine> next() throws IOException {
    Optional<String> line = line();
    while (line.isPresent() && line.get().isBlank()) {
      line = line();
    }
    return line.map(found -> new RawLine(number, () -> JsonUser.read(object(found))));
  }

  private Optional<String> line() throws IOException {
    StringBuilder line = new StringBuilder();
    number++;
    int next = text.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      line.append((char) next);
      if (line.length() > LINE_MAX) {
        throw new UnreadableFileException("The line is too long.");
      }
      next = text.read();
    }
    return Optional.of(line.toString());
  }

  private ObjectNode object(String line) {
    try {
      if (json.readTree(line) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      // Said below, without what the parser quotes of the line.
    }
    throw Problem.of(ProblemCode.MALFORMED_JSON, "A line is one JSON object.");
  }

  @Override
  public long number() {
    return number;
  }
}
