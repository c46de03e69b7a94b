package io.tweestap.shared.file;

import io.tweestap.shared.web.BodyTooLargeException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The lines of a file, each judged as it is read. A file that cannot be read any further ends with
/// a line that says so: what came before may be applied already.
///
/// @param <L> a line with what was found about it
public final class JudgedLines<L> implements Iterator<L> {
  private final Source<L> source;
  private final Function<String, L> unreadable;
  private @Nullable L next;
  private boolean over;

  /// Reads and judges one line after the other.
  public interface Source<L> {
    /// The next line; empty at the end.
    ///
    /// @throws IOException when nothing more can be read
    Optional<L> next() throws IOException;
  }

  /// @param unreadable the last line of a file that cannot be read any further; takes the reason,
  ///   as a sentence for the caller
  public JudgedLines(Source<L> source, Function<String, L> unreadable) {
    this.source = source;
    this.unreadable = unreadable;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !over) {
      next = read();
    }
    return next != null;
  }

  @Override
  public L next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    L line = next;
    next = null;
    return line;
  }

  private @Nullable L read() {
    try {
      Optional<L> line = source.next();
      over = line.isEmpty();
      return line.orElse(null);
    } catch (CharacterCodingException _) {
      return end(FileText.WRONG_CHARSET);
    } catch (BodyTooLargeException e) {
      return end("A file has at most " + e.maxBytes() + " bytes. Split it.");
    } catch (UnreadableFileException e) {
      return end(String.valueOf(e.getMessage()));
    } catch (IOException _) {
      return end("The rest of the file did not arrive.");
    }
  }

  private L end(String reason) {
    over = true;
    return unreadable.apply(reason);
  }
}
