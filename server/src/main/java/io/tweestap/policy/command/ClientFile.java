package io.tweestap.policy.command;

import io.tweestap.tenant.NewClient;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// The file from which the example application reads its API client: settings of the starter,
/// readable for the owner alone from the first byte on.
final class ClientFile {
  private static final String ID = "tweestap.client-id";
  private static final String SECRET = "tweestap.client-secret";

  private ClientFile() {}

  /// The client in it, with no scopes; empty when there is none.
  static Optional<NewClient> read(Path file) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String id = properties.getProperty(ID, "");
    String secret = properties.getProperty(SECRET, "");
    return id.isEmpty() || secret.isEmpty()
        ? Optional.empty()
        : Optional.of(new NewClient(id, secret, Set.of()));
  }

  /// Puts the client in place of what was there.
  static void write(Path file, NewClient client) {
    String text = ID + "=" + client.clientId() + "\n" + SECRET + "=" + client.secret() + "\n";
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel =
          FileChannel.open(
              draft, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), ownerOnly)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
