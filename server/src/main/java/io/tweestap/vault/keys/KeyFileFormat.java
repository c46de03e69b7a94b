package io.tweestap.vault.keys;

import com.google.crypto.tink.KeysetHandle;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The text of a key file: JSON with a format name, the life of each key id, and one Tink keyset
/// per kind in Tink's own JSON.
final class KeyFileFormat {
  private static final String FORMAT = "tweestap-keys-1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KeyEncryption encryption;

  KeyFileFormat(KeyEncryption encryption) {
    this.encryption = encryption;
  }

  /// The text is not a key file, or not one that can be read with these settings. The message goes
  /// on after "The key file NAME"; no cause, because parsers like to quote what they read.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
      super(what);
    }
  }

  byte[] write(KeySets sets) {
    ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
    encryption.kmsUri().ifPresent(uri -> root.put("kms_uri", uri));
    ArrayNode lives = root.putArray("keys");
    sets.lives().forEach(life -> write(life, lives.addObject()));
    try {
      for (KeyKind kind : KeyKind.values()) {
        root.set(kind.field(), JSON.readTree(encryption.write(kind, sets.handle(kind))));
      }
    } catch (GeneralSecurityException e) {
      throw new StartRefused(
          ExitCode.KEYS_MISSING,
          "The keys could not be written (%s): %s.".formatted(encryption, e.getMessage()),
          e);
    }
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  KeySets parse(String text) throws Malformed {
    try {
      JsonNode root = JSON.readTree(text);
      refuseOtherFormat(root);
      refuseOtherEncryption(root);
      Map<KeyKind, KeysetHandle> handles = new EnumMap<>(KeyKind.class);
      for (KeyKind kind : KeyKind.values()) {
        handles.put(kind, encryption.read(kind, root.path(kind.field()).toString()));
      }
      return new KeySets(handles, lives(root));
    } catch (GeneralSecurityException e) {
      throw new Malformed("holds keys that cannot be read (" + encryption + ")");
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new Malformed("is damaged; restore it from its backup");
    }
  }

  private void refuseOtherFormat(JsonNode root) throws Malformed {
    if (!FORMAT.equals(root.path("format").asString(""))) {
      throw new Malformed("is not a key file of this program (" + FORMAT + ")");
    }
  }

  /// A file in the clear where an encrypted one is expected may have been put there by somebody.
  private void refuseOtherEncryption(JsonNode root) throws Malformed {
    String found = root.path("kms_uri").asString("");
    String expected = encryption.kmsUri().orElse("");
    if (!found.equals(expected)) {
      throw new Malformed(
          found.isEmpty()
              ? "is not encrypted, but tweestap.vault.kms-uri says that it is"
              : "is encrypted under " + found + "; set tweestap.vault.kms-uri to that");
    }
  }

  private static void write(KeyLife life, ObjectNode node) {
    node.put("id", life.id()).put("made_at", life.madeAt().toString());
    put(node, "primary_since", life.primarySince());
    put(node, "retired_at", life.retiredAt());
  }

  private static void put(ObjectNode node, String field, @Nullable Instant moment) {
    if (moment != null) {
      node.put(field, moment.toString());
    }
  }

  private static List<KeyLife> lives(JsonNode root) throws Malformed {
    List<KeyLife> lives = new ArrayList<>();
    for (JsonNode node : root.path("keys")) {
      Instant madeAt = moment(node, "made_at");
      if (madeAt == null) {
        throw new Malformed("does not say when its keys were made");
      }
      lives.add(
          new KeyLife(
              node.path("id").asInt(0),
              madeAt,
              moment(node, "primary_since"),
              moment(node, "retired_at")));
    }
    return lives;
  }

  private static @Nullable Instant moment(JsonNode node, String field) {
    return node.has(field) ? Instant.parse(node.path(field).asString("")) : null;
  }
}
