package io.tweestap.user.web;

import io.tweestap.shared.file.FileText;
import io.tweestap.shared.file.UnreadableFileException;
import io.tweestap.shared.web.BodyTooLargeException;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.user.UserRef;
import io.tweestap.user.bulk.ImportLine;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/// The lines of a file, each judged as it is read. A file that cannot be read any further ends with
/// a line that says so: what came before may be applied already.
final class ImportLines implements Iterator<ImportLine> {
  private final LineSource source;
  private final WishReader reader;
  private final TenantSettings settings;
  private @Nullable ImportLine next;
  private boolean over;

  ImportLines(LineSource source, WishReader reader, TenantSettings settings) {
    this.source = source;
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !over) {
      next = read();
      over = next == null || next instanceof ImportLine.Unreadable;
    }
    return next != null;
  }

  @Override
  public ImportLine next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    ImportLine line = next;
    next = null;
    return line;
  }

  private @Nullable ImportLine read() {
    try {
      Optional<RawLine> line = source.next();
      return line.isEmpty() ? null : judge(line.get());
    } catch (CharacterCodingException _) {
      return unreadable(FileText.WRONG_CHARSET);
    } catch (BodyTooLargeException e) {
      return unreadable("A file has at most " + e.maxBytes() + " bytes. Split it.");
    } catch (UnreadableFileException e) {
      return unreadable(String.valueOf(e.getMessage()));
    } catch (IOException _) {
      return unreadable("The rest of the file did not arrive.");
    }
  }

  private ImportLine unreadable(String detail) {
    return new ImportLine.Unreadable(source.number(), detail);
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
