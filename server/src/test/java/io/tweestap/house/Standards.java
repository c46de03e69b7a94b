package io.tweestap.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The items of the standards that this project wants to meet, in the order of their list.
record Standards(Map<String, Item> items) {
  private static final String LIST = "server/src/test/resources/io/tweestap/house/standards.tsv";
  private static final String LIMITS =
      "server/src/test/resources/io/tweestap/house/standards-limits.tsv";

  /// `OTP-9`, or the first and last of a range: `URI-1 to URI-6`.
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b([A-Z]{2,4})-(\\d+(?:\\.\\d+)*)(?: to \\1-(\\d+))?(?![\\d.]*\\d)", Pattern.MULTILINE);

  /// One item.
  ///
  /// @param mark `U` can be shown by a test of ours, `P` needs a peer, `D` is a document
  /// @param limit what our tests of it do not show; empty: nothing that we know of
  record Item(String id, String mark, String section, String text, Optional<String> limit) {}

  static Standards read() {
    Map<String, String> limits = new LinkedHashMap<>();
    rows(LIMITS).forEach(row -> limits.put(row.get(0), row.get(1)));
    Map<String, Item> items = new LinkedHashMap<>();
    for (List<String> row : rows(LIST)) {
      String id = row.get(0);
      items.put(
          id,
          new Item(id, row.get(1), row.get(2), row.get(3), Optional.ofNullable(limits.remove(id))));
    }
    if (!limits.isEmpty()) {
      throw new IllegalArgumentException("limits of unknown items: " + limits.keySet());
    }
    return new Standards(items);
  }

  /// The items that a sentence names.
  ///
  /// @throws IllegalArgumentException when it names one that does not exist
  List<Item> namedIn(String sentence) {
    List<Item> named = new ArrayList<>();
    Matcher found = NAMED.matcher(sentence);
    while (found.find()) {
      if (!isFamily(found.group(1))) {
        continue;
      }
      if (found.group(3) == null) {
        named.add(item(found.group(1) + "-" + found.group(2)));
      } else {
        for (int n = Integer.parseInt(found.group(2)); n <= Integer.parseInt(found.group(3)); n++) {
          named.add(item(found.group(1) + "-" + n));
        }
      }
    }
    return named;
  }

  private boolean isFamily(String letters) {
    return items.keySet().stream().anyMatch(id -> id.startsWith(letters + "-"));
  }

  private Item item(String id) {
    Item item = items.get(id);
    if (item == null) {
      throw new IllegalArgumentException("there is no item " + id);
    }
    return item;
  }

  private static List<List<String>> rows(String path) {
    return Project.text(path).lines().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
  }
}
