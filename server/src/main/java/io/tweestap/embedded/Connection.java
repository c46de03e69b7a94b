package io.tweestap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// How a process of the same user reaches the running embedded database. Kept in a file with mode
/// 0600 in the data directory, so that commands find it while the server runs.
///
/// @param url JDBC address without user and password
public record Connection(String url, String user, String password) {
  static Connection toLoopback(int port, String password) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NewCluster.DATABASE);
    return new Connection(url, NewCluster.ROLE, password);
  }

  void save(Path file) throws IOException {
    PrivateFile.write(file, Map.of("url", url, "user", user, "password", password));
  }

  /// Empty when there is no such file, or one without all three.
  static Optional<Connection> load(Path file) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    Properties kept = PrivateFile.read(file);
    String url = kept.getProperty("url");
    String user = kept.getProperty("user");
    String password = kept.getProperty("password");
    return url == null || user == null || password == null
        ? Optional.empty()
        : Optional.of(new Connection(url, user, password));
  }

  @Override
  public String toString() {
    return "Connection[url=%s, user=%s]".formatted(url, user);
  }
}
