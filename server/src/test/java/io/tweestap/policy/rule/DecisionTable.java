package io.tweestap.policy.rule;

import io.tweestap.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The specification of decisions as people read it: sections with policies, below them one line
/// per case. `decisions.txt` says at its top how it is read.
final class DecisionTable {
  private static final String FILE = "/io/tweestap/policy/rule/decisions.txt";

  private DecisionTable() {}

  /// One line: what it says, who at which moment, and what must come out.
  record Case(
      int line, String section, String title, List<Policy> policies, Who who, Expected expected) {
    @Override
    public String toString() {
      return section + ": " + title + " (line " + line + ")";
    }
  }

  static List<Case> read() {
    var cases = new ArrayList<Case>();
    var policies = new ArrayList<Policy>();
    String section = "";
    int number = 0;
    for (String line : text().lines().toList()) {
      number++;
      if (line.startsWith("== ")) {
        section = line.substring(3).strip();
        policies.clear();
      } else if (line.startsWith("policy ")) {
        policies.add(PolicyWords.read(line.substring("policy ".length())));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        cases.add(one(number, section, line, List.copyOf(policies)));
      }
    }
    return cases;
  }

  private static Case one(int number, String section, String line, List<Policy> policies) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 4) {
      throw new IllegalArgumentException("line " + number + " has not four cells");
    }
    try {
      return new Case(
          number,
          section,
          cells[0].strip(),
          policies,
          Who.read(cells[1].strip(), cells[2].strip()),
          Expected.read(cells[3].strip()));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("line " + number + ": " + line, e);
    }
  }

  private static String text() {
    try (InputStream file = DecisionTable.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
