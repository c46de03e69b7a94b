package io.tweestap.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;

/// Writes docs/reference/conformance.md from the list of items and the tests that name them.
record ConformancePage(Standards standards, Proofs proofs) {
  static final String PATH = "docs/reference/conformance.md";

  String text() {
    List<Standards.Item> all = List.copyOf(standards.items().values());
    StringBuilder page = new StringBuilder(head(all));
    all.stream()
        .collect(groupingBy(Standards.Item::section, LinkedHashMap::new, toList()))
        .forEach((section, items) -> page.append(section(section, items)));
    return page.toString();
  }

  private String head(List<Standards.Item> all) {
    long testable = all.stream().filter(item -> item.mark().equals("U")).count();
    return """
    # Conformance

    What the standards of this field ask of such a program (RFC, NIST SP 800-63B-4, OWASP ASVS 5.0,
    W3C, PSD2, GDPR), and the tests that show it: %d of %d items have one, %d of the %d that a test
    of our own can show. The rest needs a peer (P), is a document (D), or is not built yet.

    A test proves an item when its display name says so. This page is written from those names
    (`./mvnw -pl server -am test -Dtest=ConformanceTest -Dsurefire.failIfNoSpecifiedTests=false
    -Dtweestap.conformance.write=true`) and a test compares it with them. Where the tests show less
    than the item says, the last column tells what is missing.
    """
        .formatted(proven(all), all.size(), proven(testable(all)), testable);
  }

  private String section(String section, List<Standards.Item> items) {
    String table = items.stream().filter(this::isProven).map(this::row).collect(joining());
    String open =
        items.stream().filter(item -> !isProven(item)).map(this::open).collect(joining(", "));
    StringBuilder text = new StringBuilder();
    text.append("\n## %s\n%d of %d.\n".formatted(section, proven(items), items.size()));
    if (!table.isEmpty()) {
      text.append("\n| item | what it asks | shown by | missing |\n|---|---|---|---|\n")
          .append(table);
    }
    if (!open.isEmpty()) {
      text.append("\nNo test yet: ").append(open).append(".\n");
    }
    return text.toString();
  }

  private String row(Standards.Item item) {
    String tests = proofs.of(item).stream().map("`%s`"::formatted).collect(joining("<br>"));
    return "| %s | %s | %s | %s |\n"
        .formatted(item.id(), cell(item.text()), tests, item.limit().orElse(""));
  }

  private String open(Standards.Item item) {
    return item.id() + (item.mark().equals("U") ? "" : " (" + item.mark() + ")");
  }

  private long proven(List<Standards.Item> items) {
    return items.stream().filter(this::isProven).count();
  }

  private boolean isProven(Standards.Item item) {
    return !proofs.of(item).isEmpty();
  }

  private static List<Standards.Item> testable(List<Standards.Item> items) {
    return items.stream().filter(item -> item.mark().equals("U")).toList();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
