package io.tweestap.client.user;

import io.tweestap.client.http.Call;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/// A file of users: CSV with a header (`ref`, `groups`, `email`, `phone`, `locale`, `time_zone`),
/// or NDJSON with one user a line. At most 100,000 users in 64 MiB.
public final class UserFile {
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

  private final String contentType;
  private final BodyPublisher publisher;

  private UserFile(String contentType, BodyPublisher publisher) {
    this.contentType = contentType;
    this.publisher = publisher;
  }

  public static UserFile csv(Path file) {
    return new UserFile(CSV, of(file));
  }

  public static UserFile csv(String text) {
    return new UserFile(CSV, BodyPublishers.ofString(text));
  }

  public static UserFile ndjson(Path file) {
    return new UserFile(NDJSON, of(file));
  }

  public static UserFile ndjson(String text) {
    return new UserFile(NDJSON, BodyPublishers.ofString(text));
  }

  Call in(Call call) {
    return call.payload(contentType, publisher);
  }

  private static BodyPublisher of(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }
}
