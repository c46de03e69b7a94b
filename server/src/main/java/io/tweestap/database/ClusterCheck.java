package io.tweestap.database;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Asks a cluster, before anything is built on it, whether it can be used.
final class ClusterCheck {
  private static final int MAJOR_VERSION_MIN = 15;

  private ClusterCheck() {}

  /// @param address only for the sentence shown
  /// @throws StartRefused when it cannot be reached, refuses the login or is too old
  static void run(DataSource dataSource, DatabaseAddress address) {
    try (Connection connection = dataSource.getConnection()) {
      refuseOld(connection.getMetaData().getDatabaseMajorVersion(), address);
    } catch (SQLException e) {
      throw refusal(e, address);
    }
  }

  static void refuseOld(int majorVersion, DatabaseAddress address) {
    if (majorVersion < MAJOR_VERSION_MIN) {
      throw new StartRefused(
          ExitCode.DATABASE_TOO_OLD,
          ("The database at %s is PostgreSQL %d and Tweestap needs %d or newer: upgrade "
                  + "it, or give another in TWEESTAP_DATABASE_URL.")
              .formatted(address.shown(), majorVersion, MAJOR_VERSION_MIN));
    }
  }

  private static StartRefused refusal(SQLException cause, DatabaseAddress address) {
    String state = String.valueOf(cause.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
          new StartRefused(
              ExitCode.DATABASE_REFUSED_LOGIN,
              ("The database at %s refuses the login: check TWEESTAP_DATABASE_USER and "
                      + "TWEESTAP_DATABASE_PASSWORD and its pg_hba.conf.")
                  .formatted(address.shown()),
              cause);
      case "3D000" ->
          new StartRefused(
              ExitCode.DATABASE_REFUSED_LOGIN,
              ("There is no database named as in %s: make it with CREATE DATABASE, or "
                      + "correct TWEESTAP_DATABASE_URL.")
                  .formatted(address.shown()),
              cause);
      default ->
          new StartRefused(
              ExitCode.DATABASE_UNREACHABLE,
              ("The database at %s cannot be reached within %d seconds (SQL state %s): "
                      + "check that it runs and that TWEESTAP_DATABASE_URL is right.")
                  .formatted(address.shown(), DatabaseDriver.CONNECT.toSeconds(), state),
              cause);
    };
  }
}
