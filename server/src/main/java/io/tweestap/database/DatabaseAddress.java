package io.tweestap.database;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a database is and how to log in there.
///
/// @param jdbcUrl JDBC address
/// @param user null when the address itself says it, or the driver's default is meant
/// @param password null when there is none, or the address itself says it
record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {
  private static final String JDBC = "jdbc:postgresql:";

  /// Understands JDBC addresses and the `postgres://` ones that PostgreSQL's own tools take.
  ///
  /// @throws StartRefused for anything else
  static DatabaseAddress of(String url, @Nullable String user, @Nullable String password) {
    if (url.startsWith(JDBC)) {
      return new DatabaseAddress(url, user, password);
    }
    if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
      return ofUri(parse(url), user, password);
    }
    throw notAnAddress();
  }

  private static URI parse(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException _) {
      // The cause would repeat the address, with the password in it.
      throw notAnAddress();
    }
  }

  private static DatabaseAddress ofUri(URI uri, @Nullable String user, @Nullable String password) {
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw notAnAddress();
    }
    int at = authority.lastIndexOf('@');
    String[] login = authority.substring(0, Math.max(at, 0)).split(":", 2);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        JDBC + "//" + authority.substring(at + 1) + uri.getRawPath() + query,
        user != null ? user : decoded(login[0]),
        password != null ? password : decoded(login.length > 1 ? login[1] : ""));
  }

  private static @Nullable String decoded(String part) {
    return part.isEmpty()
        ? null
        : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StartRefused notAnAddress() {
    return new StartRefused(
        ExitCode.BAD_CONFIGURATION,
        "TWEESTAP_DATABASE_URL is no address of a PostgreSQL: write "
            + "jdbc:postgresql://host:5432/name or postgres://user:password@host:5432/name.");
  }

  /// The address for people: without login and parameters, which may hold secrets.
  String shown() {
    return jdbcUrl.substring(JDBC.length()).replaceFirst("\\?.*", "").replaceFirst("^//", "");
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + shown() + "]";
  }
}
