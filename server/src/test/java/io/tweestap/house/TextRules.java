package io.tweestap.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rules that need no more than a file's text. Each returns one sentence per breach.
final class TextRules {
  static final int LINES_MAX = 400;
  static final int LINES_USUAL = 200;
  static final int COLUMNS_MAX = 100;

  // Put together, so that this file does not break its own rule.
  private static final Pattern LEFT_TO_DO = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  private static final Pattern PLACE =
      Pattern.compile("(?m)^#+ +(.*?) *$|<a (?:id|name)=\"([^\"]+)\"");

  private TextRules() {}

  /// @param reasons by path, why a file of main code may be longer than usual
  static List<String> size(TextFile file, Map<String, String> reasons) {
    long lines = file.text().lines().count();
    if (lines > LINES_MAX) {
      return List.of(
          "%s has %d lines, %d is the most: split it".formatted(file.path(), lines, LINES_MAX));
    }
    if (lines > LINES_USUAL && file.isMainCode() && !reasons.containsKey(file.path())) {
      return List.of("%s has %d lines: split it, or give a reason".formatted(file.path(), lines));
    }
    return List.of();
  }

  static List<String> lineLength(TextFile file) {
    var found = new ArrayList<String>();
    int number = 0;
    for (String line : file.text().lines().toList()) {
      number++;
      int columns = line.codePointCount(0, line.length());
      if (columns > COLUMNS_MAX) {
        found.add("%s:%d has %d columns: break it".formatted(file.path(), number, columns));
      }
    }
    return found;
  }

  static List<String> nothingLeftToDo(TextFile file) {
    return LEFT_TO_DO.matcher(file.text()).find()
        ? List.of(file.path() + " leaves something to do: do it, or open an issue")
        : List.of();
  }

  /// Links to files of the project lead somewhere, and to headings that are there.
  static List<String> links(TextFile document, Path root) {
    Path from = root.resolve(document.path()).resolveSibling("");
    var found = new ArrayList<String>();
    for (MatchResult link : LINK.matcher(document.text()).results().toList()) {
      String path = link.group(1);
      String place = link.group(2);
      if (path.contains("://") || path.startsWith("mailto:")) {
        continue;
      }
      Path target = from.resolve(path);
      if (!Files.exists(target)) {
        found.add(document.path() + " links to " + path + ", which is not there");
      } else if (place != null && (path.isEmpty() || path.endsWith(".md"))) {
        String text = path.isEmpty() ? document.text() : read(target);
        if (!places(text).contains(place)) {
          found.add("%s links to %s#%s: no such heading".formatted(document.path(), path, place));
        }
      }
    }
    return found;
  }

  /// What a link to a document in Markdown may name behind its `#`.
  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1) == null ? place.group(2) : slug(place.group(1)))
        .collect(Collectors.toSet());
  }

  private static String slug(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
        .replace(' ', '-');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> migrationSaysWhy(TextFile file) {
    return file.text().matches("(?s)-- \\S.{10,}?\\R.*")
        ? List.of()
        : List.of(file.path() + " does not open with a comment line that says why");
  }

  static List<String> packageInfo(TextFile file) {
    var found = new ArrayList<String>();
    if (!file.text().startsWith("/// ")) {
      found.add(file.path() + " does not open with a /// doc");
    }
    if (!Pattern.compile("(?m)^@NullMarked$").matcher(file.text()).find()) {
      found.add(file.path() + " is not @NullMarked");
    }
    return found;
  }

  /// @param documented directories that have a package-info
  static List<String> hasPackageInfo(TextFile file, Set<String> documented) {
    return documented.contains(file.directory())
        ? List.of()
        : List.of(file.directory() + " has no package-info.java");
  }
}
