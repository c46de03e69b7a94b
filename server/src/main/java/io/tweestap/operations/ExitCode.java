package io.tweestap.operations;

/// What the program tells the shell when it ends. Each cause has its own number, so that a script
/// or a service manager can act on it; `docs/operating/start.md` says what to do for each.
///
/// Ended by a signal, the program answers as the shell does: 130 for Ctrl-C, 143 for `kill`.
public enum ExitCode {
  OK(0),
  /// Something nobody foresaw; the log has the details.
  UNEXPECTED(1),
  /// Unknown command or option.
  USAGE(2),
  /// Another server works on the same data directory.
  DATA_DIRECTORY_IN_USE(10),
  /// The data directory cannot be written: read-only file system or missing permission.
  DATA_DIRECTORY_NOT_WRITABLE(11),
  /// No space left.
  DISK_FULL(12),
  /// The data belong to another user of this machine.
  WRONG_OWNER(13),
  /// The data cannot be read or parts are missing.
  DATA_DAMAGED(14),
  /// The data were written by another major version of PostgreSQL.
  OTHER_DATABASE_VERSION(15),
  /// This machine cannot run the embedded database.
  PLATFORM_NOT_SUPPORTED(16),
  /// The embedded database did not start or stop for a reason that its own log tells.
  EMBEDDED_DATABASE_FAILED(17),
  /// Another program listens on the HTTP port.
  PORT_TAKEN(20),
  /// The database does not answer.
  DATABASE_UNREACHABLE(30),
  /// The database answers and refuses user, password or database name.
  DATABASE_REFUSED_LOGIN(31),
  /// The database is older than PostgreSQL 15.
  DATABASE_TOO_OLD(32),
  /// The schema was made by a newer or another build of the program, or by something else.
  OTHER_SCHEMA(33),
  /// A setting is unknown or has a value that cannot be used.
  BAD_CONFIGURATION(40),
  /// The installation's keys are missing or cannot be used.
  KEYS_MISSING(41),
  /// The audit trail is not as it was recorded.
  AUDIT_BROKEN(50);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /// The process exit status, 0 to 255.
  public int code() {
    return code;
  }
}
