package io.tweestap.database;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/// Brings the schema up to this program's, unless another program made it: then nothing is touched,
/// and whoever starts the program is told what to do.
final class Migrations {
  private Migrations() {}

  /// @param where for the sentence shown: `data directory /var/lib/tweestap`
  /// @throws StartRefused when the schema is newer than this program, or not of its making
  static void run(Flyway flyway, String where) {
    for (MigrationInfo applied : flyway.info().applied()) {
      check(applied, where);
    }
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw otherSchema(where, "its migrations are not those of this program", e);
    } catch (FlywayException e) {
      if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
        throw otherSchema(where, "its tables are not Tweestap's", e);
      }
      throw e;
    }
  }

  private static void check(MigrationInfo applied, String where) {
    switch (applied.getState()) {
      case FUTURE_SUCCESS, FUTURE_FAILED ->
          throw new StartRefused(
              ExitCode.OTHER_SCHEMA,
              ("The %s was used by a newer Tweestap (migration %s is not known here): start that"
                      + " version or a newer one, or restore a backup from before it.")
                  .formatted(where, applied.getVersion()));
      case MISSING_SUCCESS, MISSING_FAILED ->
          throw otherSchema(where, named(applied, "does not exist here"), null);
      case PENDING,
          ABOVE_TARGET,
          BELOW_BASELINE,
          BASELINE_IGNORED,
          BASELINE,
          IGNORED,
          SUCCESS,
          UNDONE,
          AVAILABLE,
          FAILED,
          OUT_OF_ORDER,
          OUTDATED,
          SUPERSEDED,
          DELETED -> {
        if (!applied.isChecksumMatching() || !applied.isDescriptionMatching()) {
          throw otherSchema(where, named(applied, "is another one here"), null);
        }
      }
    }
  }

  private static String named(MigrationInfo applied, String what) {
    return "migration " + applied.getVersion() + " " + what;
  }

  private static StartRefused otherSchema(
      String where, String why, @Nullable FlywayException cause) {
    String sentence =
        ("The %s was not made by this build of Tweestap (%s): start the program that made it, or"
                + " give another data directory or an empty database.")
            .formatted(where, why);
    return cause == null
        ? new StartRefused(ExitCode.OTHER_SCHEMA, sentence)
        : new StartRefused(ExitCode.OTHER_SCHEMA, sentence, cause);
  }
}
