package io.tweestap.client.factor;

import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/// What users hold at another product: CSV with a header (`user`, `otpauth_uri`, and `name` if you
/// like), one `otpauth` URI a line. At most 100,000 lines in 64 MiB. `toString` shows none of it.
public final class AppFile {
  private final BodyPublisher publisher;
  private final Fields how;

  private AppFile(BodyPublisher publisher, Fields how) {
    this.publisher = publisher;
    this.how = how;
  }

  public static AppFile csv(Path file) {
    try {
      return new AppFile(BodyPublishers.ofFile(file), Fields.none());
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static AppFile csv(String text) {
    return new AppFile(BodyPublishers.ofString(text), Fields.none());
  }

  /// Without the mail that tells each user of a new factor.
  public AppFile untold() {
    return new AppFile(publisher, how.and("tell", false));
  }

  /// Secrets below 128 bits are taken too.
  public AppFile allowShortSecrets() {
    return new AppFile(publisher, how.and("allow_short_secrets", true));
  }

  Call in(Call call) {
    return call.query(how).payload("text/csv", publisher);
  }
}
