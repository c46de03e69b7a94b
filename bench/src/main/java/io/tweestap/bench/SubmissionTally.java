package io.tweestap.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// What became of accepted messages, by the SMSC's own count and by what their records say.
///
/// @param lost never submitted, or not ended as accepted
/// @param repeated submitted more than once
/// @param unmarked submitted more often than their records admit: once, and once more for each try
///   whose outcome is unknown
/// @param marked whose records admit a try of unknown outcome
record SubmissionTally(long accepted, long lost, long repeated, long unmarked, long marked) {
  private static final String RECORDS =
      """
      SELECT id, state,
        jsonb_array_length(jsonb_path_query_array(tries, '$[*] ? (@.outcome == "no_answer")'))
          AS unknown
      FROM message
      """;

  private record Written(String state, int unknown) {}

  /// @param accepted numbers by id of their message
  static SubmissionTally of(Map<String, String> accepted, UnreliableSmsc smsc, Database database) {
    Map<String, Written> written = written(database);
    long lost = 0;
    long repeated = 0;
    long unmarked = 0;
    long marked = 0;
    for (Map.Entry<String, String> one : accepted.entrySet()) {
      Written record = written.getOrDefault(one.getKey(), new Written("gone", 0));
      int copies = smsc.copies(one.getValue());
      lost += copies == 0 || !record.state().equals("accepted") ? 1 : 0;
      repeated += copies > 1 ? 1 : 0;
      unmarked += copies > 1 + record.unknown() ? 1 : 0;
      marked += record.unknown() > 0 ? 1 : 0;
    }
    return new SubmissionTally(accepted.size(), lost, repeated, unmarked, marked);
  }

  private static Map<String, Written> written(Database database) {
    Map<String, Written> written = new HashMap<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RECORDS)) {
      while (rows.next()) {
        written.put(rows.getString(1), new Written(rows.getString(2), rows.getInt(3)));
      }
      return written;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
