package io.tweestap.user.web;

import io.tweestap.shared.file.JudgedLines;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.user.UserRef;
import io.tweestap.user.bulk.ImportLine;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.http.ProblemDetail;

/// Judges the lines of a file with users.
final class ImportLines {
  private final LineSource source;
  private final WishReader reader;
  private final TenantSettings settings;

  private ImportLines(LineSource source, WishReader reader, TenantSettings settings) {
    this.source = source;
    this.reader = reader;
    this.settings = settings;
  }

  /// The lines of a source, one after the other.
  static Iterator<ImportLine> of(LineSource source, WishReader reader, TenantSettings settings) {
    ImportLines lines = new ImportLines(source, reader, settings);
    return new JudgedLines<>(
        lines::next, reason -> new ImportLine.Unreadable(source.number(), reason));
  }

  private Optional<ImportLine> next() throws IOException {
    return source.next().map(this::judge);
  }

  private ImportLine judge(RawLine line) {
    String ref = "";
    try {
      RawUser user = line.user().get();
      ref = UserRef.fits(user.ref()) ? user.ref() : "";
      return new ImportLine.Fit(line.number(), reader.read(user, settings));
    } catch (Problem problem) {
      ProblemDetail body = problem.getBody();
      Object code = body.getProperties() == null ? "" : body.getProperties().get("code");
      return new ImportLine.Broken(
          line.number(), ref, String.valueOf(code), String.valueOf(body.getDetail()));
    }
  }
}
