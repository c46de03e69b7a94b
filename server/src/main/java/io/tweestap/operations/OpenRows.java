package io.tweestap.operations;

import io.tweestap.shared.SqlTime;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A kind of open things that statements alone can end.
///
/// @param wanted whether they are to be ended at all
/// @param statements each changes at most `:batch` rows as of the moment `:now`, and none twice
public record OpenRows(
    String what, JdbcClient jdbc, Predicate<VoidOpen.Asked> wanted, List<String> statements)
    implements VoidOpen {

  /// What is ended in any case.
  public static OpenRows of(String what, JdbcClient jdbc, String... statements) {
    return new OpenRows(what, jdbc, _ -> true, List.of(statements));
  }

  @Override
  public int voidSome(Asked asked, int batch) {
    if (!wanted.test(asked)) {
      return 0;
    }
    return statements.stream()
        .mapToInt(statement ->
            jdbc.sql(statement).param("now", SqlTime.of(asked.at())).param("batch", batch).update())
        .sum();
  }
}
