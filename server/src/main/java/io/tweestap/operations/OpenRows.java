package io.tweestap.operations;

import io.tweestap.shared.SqlTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A kind of open things that statements alone can end.
///
/// @param wanted whether they are to be ended at all
/// @param statements each changes at most `:batch` rows as of the moment `:now`, and none twice
/// @param values what else the statements name
public record OpenRows(
    String what,
    JdbcClient jdbc,
    Predicate<VoidOpen.Asked> wanted,
    List<String> statements,
    Map<String, Object> values)
    implements VoidOpen {

  /// What is ended in any case.
  public static OpenRows of(String what, JdbcClient jdbc, String... statements) {
    return new OpenRows(what, jdbc, _ -> true, List.of(statements), Map.of());
  }

  /// The same, ended only where that is asked for.
  public OpenRows when(Predicate<VoidOpen.Asked> asked) {
    return new OpenRows(what, jdbc, asked, statements, values);
  }

  /// The same, whose statements name these values too.
  public OpenRows with(Map<String, Object> named) {
    return new OpenRows(what, jdbc, wanted, statements, named);
  }

  @Override
  public int voidSome(Asked asked, int batch) {
    if (!wanted.test(asked)) {
      return 0;
    }
    return statements.stream().mapToInt(statement -> voidSome(statement, asked, batch)).sum();
  }

  private int voidSome(String statement, Asked asked, int batch) {
    return jdbc.sql(statement)
        .params(values)
        .param("now", SqlTime.of(asked.at()))
        .param("batch", batch)
        .update();
  }
}
