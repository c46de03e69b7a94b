package io.tweestap.house;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Each statement on a tenant's table names the tenant, or says in its name that it means all; one
/// that deletes rows of all is bounded.
final class SqlRules {
  static final String FOR_ALL = "ACROSS_TENANTS";

  private static final Pattern TABLE =
      Pattern.compile("CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\\w+) \\(([^;]*)");
  private static final Pattern STATEMENT =
      Pattern.compile("(?s)\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|DROP|CREATE)\\s.*");
  private static final Pattern INSERTS =
      Pattern.compile("(?s)INSERT INTO (\\w+)(\\s+AS \\w+)?\\s*\\(\\s*tenant_id\\b");
  private static final Pattern FILTERS =
      Pattern.compile("(?s)\\b(WHERE|AND|ON)\\s+\\(?(\\w+\\.)?tenant_id\\s*(=|,|IN\\b)");

  private SqlRules() {}

  /// A constant, or a literal in the midst of code.
  ///
  /// @param name of the constant; empty when it is none
  record Statement(String path, long line, String name, String text) {}

  /// The tables of a migration that have a column `tenant_id`.
  static Set<String> tenantTables(String migration) {
    var tables = new TreeSet<String>();
    TABLE
        .matcher(migration)
        .results()
        .filter(found -> found.group(2).contains("tenant_id"))
        .map((MatchResult found) -> found.group(1))
        .forEach(tables::add);
    return tables;
  }

  static List<Statement> statements(ParsedFile file) {
    var found = new ArrayList<Statement>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      private String constant = "";

      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void p) {
        String before = constant;
        String name = variable.getName().toString();
        constant = name.equals(name.toUpperCase(java.util.Locale.ROOT)) ? name : before;
        super.visitVariable(variable, p);
        constant = before;
        return null;
      }

      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void p) {
        if (literal.getValue() instanceof String text && STATEMENT.matcher(text).matches()) {
          found.add(new Statement(file.file().path(), file.line(literal), constant, text));
        }
        return super.visitLiteral(literal, p);
      }
    }.scan(file.unit(), null);
    return found;
  }

  /// @param tables those that have a column `tenant_id`
  static List<String> tenantInSql(Statement statement, Set<String> tables) {
    boolean touches =
        tables.stream()
            .anyMatch(table ->
                Pattern.compile("(?s).*\\b(FROM|JOIN|INTO|UPDATE)\\s+(ONLY\\s+)?" + table + "\\b.*")
                    .matcher(statement.text())
                    .matches());
    if (!touches || statement.name().endsWith(FOR_ALL) || namesTenant(statement.text())) {
      return List.of();
    }
    return List.of(
        "%s:%d: %s is for no tenant: filter on tenant_id, or end its name in %s"
            .formatted(statement.path(), statement.line(), statement.name(), FOR_ALL));
  }

  /// Housekeeping goes in portions: a statement over all tenants' rows could hold millions at once.
  static List<String> portionInSql(Statement statement) {
    boolean deletesAll =
        statement.name().endsWith(FOR_ALL) && statement.text().strip().startsWith("DELETE FROM");
    if (!deletesAll || statement.text().contains("LIMIT ")) {
      return List.of();
    }
    return List.of(
        "%s:%d: %s deletes without a bound: give it a LIMIT and repeat it, as Portions does"
            .formatted(statement.path(), statement.line(), statement.name()));
  }

  private static boolean namesTenant(String sql) {
    boolean given = sql.contains(":tenant");
    return given && (INSERTS.matcher(sql).find() || FILTERS.matcher(sql).find());
  }
}
