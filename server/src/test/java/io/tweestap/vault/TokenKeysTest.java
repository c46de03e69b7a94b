package io.tweestap.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import io.tweestap.testkit.ManualClock;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeysTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ManualClock clock = new ManualClock(NOW);
  private final SecureRandom random = new SecureRandom();
  @TempDir private Path directory;
  private KeyFile file;
  private TokenKeys tokens;

  @BeforeEach
  void makeKeys() {
    file = new KeyFile(directory.resolve("keys.json"), KeyEncryption.none());
    file.create(KeySets.fresh(random, NOW));
    tokens = node();
  }

  @Test
  void aTokenIsVerifiedUntilItExpires() throws Exception {
    String token = tokens.sign(token());

    Optional<VerifiedJwt> verified = verified(tokens, token);
    assertThat(verified).isPresent();
    assertThat(verified.orElseThrow().getSubject()).isEqualTo("client");
    clock.advance(Duration.ofMinutes(15));
    assertThat(verified(tokens, token)).isEmpty();
  }

  @Test
  void aTokenOfBeforeTheRotationIsStillGoodAndANewOneIsGoodOnANodeThatIsLate() {
    String old = tokens.sign(token());
    int next = file.change(sets -> sets.withNewKey(random, NOW)).waiting().orElseThrow();
    file.change(sets -> sets.promoted(next, NOW));
    TokenKeys early = node();

    assertThat(verified(early, old)).isPresent();
    assertThat(verified(tokens, early.sign(token()))).isPresent();
  }

  @Test
  void foreignAlteredUnsignedAndEndlessTokensAreRefused() {
    String token = tokens.sign(token());
    int body = token.indexOf('.') + 1;
    char other = token.charAt(body + 5) == 'A' ? 'B' : 'A';
    String altered = token.substring(0, body + 5) + other + token.substring(body + 6);
    String unsigned =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
            + token.substring(body - 1, token.lastIndexOf('.') + 1);

    assertThat(verified(tokens, TokenKeys.ofItsOwn().sign(token()))).isEmpty();
    assertThat(verified(tokens, altered)).isEmpty();
    assertThat(verified(tokens, unsigned)).isEmpty();
    assertThat(verified(tokens, "")).isEmpty();
    assertThat(verified(tokens, "a.".repeat(100_000))).isEmpty();
  }

  private TokenKeys node() {
    return new TokenKeys(CurrentKeys.of(file));
  }

  private RawJwt token() {
    return RawJwt.newBuilder()
        .setSubject("client")
        .setExpiration(clock.instant().plus(Duration.ofMinutes(15)))
        .build();
  }

  private Optional<VerifiedJwt> verified(TokenKeys keys, String token) {
    return keys.verify(token, JwtValidator.newBuilder().setClock(clock).build());
  }
}
