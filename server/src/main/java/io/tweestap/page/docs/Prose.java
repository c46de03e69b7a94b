package io.tweestap.page.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few forms of CommonMark that the descriptions use: paragraphs, lists, `code` and **strong**.
/// Everything else stays the text that it is, so that nothing in it can become markup.
final class Prose {
  private static final Pattern MARKED = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");
  private static final String BULLET = "- ";

  private Prose() {}

  /// A paragraph, or a list with one line per item.
  record Block(boolean list, List<List<Span>> lines) {}

  /// A piece of a line; `kind` is `text`, `code` or `strong`.
  record Span(String kind, String text) {}

  static List<Block> read(String text) {
    return Arrays.stream(text.split("\n\n"))
        .map(String::strip)
        .filter(block -> !block.isEmpty())
        .map(Prose::block)
        .toList();
  }

  private static Block block(String text) {
    boolean list = text.startsWith(BULLET);
    List<List<Span>> lines =
        text.lines()
            .map(line -> list && line.startsWith(BULLET) ? line.substring(BULLET.length()) : line)
            .map(Prose::spans)
            .toList();
    return new Block(list, lines);
  }

  private static List<Span> spans(String line) {
    List<Span> spans = new ArrayList<>();
    Matcher marked = MARKED.matcher(line);
    int end = 0;
    while (marked.find()) {
      add(spans, "text", line.substring(end, marked.start()));
      if (marked.group(1) != null) {
        add(spans, "code", marked.group(1));
      } else {
        add(spans, "strong", marked.group(2));
      }
      end = marked.end();
    }
    add(spans, "text", line.substring(end));
    return List.copyOf(spans);
  }

  private static void add(List<Span> spans, String kind, String text) {
    if (!text.isEmpty()) {
      spans.add(new Span(kind, text));
    }
  }
}
