package io.tweestap.embedded;

import com.sun.security.auth.module.UnixSystem;

/// The user of this machine that runs the program.
final class SystemUser {
  private SystemUser() {}

  /// Its number.
  static long uid() {
    return new UnixSystem().getUid();
  }

  /// Whether it is the one that PostgreSQL refuses to run as.
  static boolean isRoot() {
    return uid() == 0;
  }
}
