package io.tweestap.vault.keys;

import io.tweestap.operations.StartRefused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that this node uses now. They are read once and replaced when the file changes; a file
/// that cannot be read later on leaves the keys as they are, with a warning.
public final class CurrentKeys {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentKeys.class);

  private final @Nullable KeyFile file;
  private volatile KeyRing ring;
  private volatile KeyFile.@Nullable Stamp loaded;
  private volatile KeyFile.@Nullable Stamp refused;

  private CurrentKeys(@Nullable KeyFile file, KeyRing ring, KeyFile.@Nullable Stamp loaded) {
    this.file = file;
    this.ring = ring;
    this.loaded = loaded;
  }

  /// Reads the file now.
  ///
  /// @throws StartRefused when it cannot be read
  public static CurrentKeys of(KeyFile file) {
    KeyFile.Stamp stamp = stampBefore(file);
    return new CurrentKeys(file, KeyRing.of(file.read()), stamp);
  }

  /// Keys that stay as they are.
  public static CurrentKeys fixed(KeySets sets) {
    return new CurrentKeys(null, KeyRing.of(sets), null);
  }

  public KeyRing ring() {
    return ring;
  }

  /// The keys now, after a look at the file if this key is not among them. The result may lack it
  /// still.
  public KeyRing ringFor(int keyId) {
    KeyRing now = ring;
    if (now.holds(keyId)) {
      return now;
    }
    rereadIfChanged();
    return ring; // Also when another thread read the file first.
  }

  /// Reads the file again if it changed since it was last read or refused. Costs one look at the
  /// file's attributes when it did not.
  ///
  /// @return whether there are other keys now
  public boolean rereadIfChanged() {
    return reread(false);
  }

  /// Like [#rereadIfChanged], but gives a file that was refused another chance: the service that
  /// decrypts it may be back.
  public boolean reread() {
    return reread(true);
  }

  private synchronized boolean reread(boolean evenIfRefused) {
    if (file == null) {
      return false;
    }
    KeyFile.Stamp seen = null;
    try {
      seen = file.stamp();
      if (seen.equals(loaded) || (!evenIfRefused && seen.equals(refused))) {
        return false;
      }
      ring = KeyRing.of(file.read());
      loaded = seen;
      LOG.info("the keys were read again: {}", ring);
      return true;
    } catch (IOException | StartRefused | IllegalArgumentException e) {
      warnOnce(file, seen, e);
      return false;
    }
  }

  private void warnOnce(KeyFile at, KeyFile.@Nullable Stamp seen, Exception why) {
    KeyFile.Stamp stamp = seen == null ? new KeyFile.Stamp("", 0, "") : seen;
    if (!stamp.equals(refused)) {
      LOG.warn("the key file {} changed but cannot be used, old keys stay: {}", at, why.toString());
    }
    refused = stamp;
  }

  /// The stamp is taken before reading: a change in between is then seen next time.
  private static KeyFile.@Nullable Stamp stampBefore(KeyFile file) {
    try {
      return file.stamp();
    } catch (IOException _) {
      return null; // Reading says why.
    }
  }

  @Override
  public String toString() {
    return "CurrentKeys[" + ring + "]";
  }
}
