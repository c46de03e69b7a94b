package io.tweestap.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Rules that need no more than a file's text. Each returns one sentence per breach.
final class TextRules {
  static final int LINES_MAX = 400;
  static final int LINES_USUAL = 200;
  static final int COLUMNS_MAX = 100;

  // Put together, so that this file does not break its own rule.
  private static final Pattern LEFT_TO_DO = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

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

  /// Links to files of the project lead somewhere.
  static List<String> links(TextFile document, Path root) {
    Path from = root.resolve(document.path()).resolveSibling("");
    return LINK.matcher(document.text())
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
        .filter(link -> !Files.exists(from.resolve(link)))
        .map(link -> document.path() + " links to " + link + ", which is not there")
        .toList();
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
