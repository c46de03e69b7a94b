package io.tweestap.factor.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("LUS-3: the hash of a code is Argon2id with 7 MiB and five rounds")
class SlowHashTest {
  private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

  /// What libsodium's `crypto_pwhash` (Argon2id, version 1.3, one lane) says for this.
  private static final String EXPECTED =
      "62f57021ef3ee5cbdaae607850ee65803e66ea78346af9f6c8a08b9c27bb742d";

  @Test
  void itIsWhatAnotherLibraryComputes() {
    try (SlowHash slow = new SlowHash()) {
      List<byte[]> secrets = List.of("7k2fq9xm4t".getBytes(UTF_8), "7k2fq9xm4u".getBytes(UTF_8));

      Optional<List<byte[]>> hashes = slow.of(SALT, secrets);

      assertThat(hashes).isPresent();
      List<String> texts = hashes.get().stream().map(HexFormat.of()::formatHex).toList();
      assertThat(texts).hasSize(2).startsWith(EXPECTED).doesNotHaveDuplicates();
    }
  }
}
