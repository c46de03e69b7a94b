package io.tweestap.otp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraOutcome;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.otp.pskc.PskcContainer;
import io.tweestap.otp.pskc.PskcKey;
import io.tweestap.otp.pskc.PskcReader;
import io.tweestap.otp.uri.OtpauthLabel;
import io.tweestap.otp.uri.OtpauthUri;
import io.tweestap.otp.yubico.YubicoCounter;
import io.tweestap.otp.yubico.YubicoOtp;
import io.tweestap.otp.yubico.YubicoOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples of the README, run.
class ExamplesTest {
  private static final OtpSecret VECTOR = OtpSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  @Test
  void everyExampleOfTheReadmeStandsHere() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String here =
        squeezed(Files.readString(Path.of("src/test/java/io/tweestap/otp/ExamplesTest.java")));
    List<String> examples =
        Pattern.compile("(?s)```java\n(.*?)```")
            .matcher(readme)
            .results()
            .map((MatchResult found) -> squeezed(found.group(1)))
            .toList();
    assertThat(examples).hasSizeGreaterThan(5);
    assertThat(examples).allSatisfy(example -> assertThat(here).contains(example));
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s", "");
  }

  @Test
  void enrollAnAuthenticatorApp() {
    OtpSecret secret = OtpSecret.generate(new SecureRandom());
    OtpauthLabel label = OtpauthLabel.of("Example", "alice@example.org");
    String qrCodeText = OtpauthUri.of(label, secret, Totp.standard()).toUri();

    assertThat(qrCodeText).startsWith("otpauth://totp/Example:alice@example.org?secret=");
  }

  @Test
  void checkACodeOfAnAuthenticatorApp() {
    OtpSecret secret = VECTOR;
    Instant now = Instant.ofEpochSecond(59);
    String typed = "287082";

    String answer =
        switch (Totp.standard().verify(secret, now, 1, typed)) {
          case TotpOutcome.Matched(long step, _) -> "fits; accept if step " + step + " is unspent";
          case TotpOutcome.NoMatch() -> "wrong code";
        };

    assertThat(answer).isEqualTo("fits; accept if step 1 is unspent");
  }

  @Test
  void checkACodeOfAKeyFob() {
    OtpSecret secret = VECTOR;
    long storedCounter = 0;
    String typed = "969429";

    HotpOutcome outcome = Hotp.standard().verify(secret, storedCounter, 10, typed);
    if (outcome instanceof HotpOutcome.Matched(_, long nextCounter)) {
      storedCounter = nextCounter;
    }

    assertThat(storedCounter).isEqualTo(4);
  }

  @Test
  void findAKeyFobAgain() {
    OtpSecret secret = VECTOR;
    long storedCounter = 0;
    String first = "399871";
    String second = "520489";

    HotpOutcome found =
        Hotp.standard().resync(secret, storedCounter, 1_000, List.of(first, second));

    assertThat(found).isEqualTo(new HotpOutcome.Matched(9, 10));
  }

  @Test
  void checkAResponseToAChallenge() {
    OtpSecret secret = VECTOR;
    String response = "none";

    Ocra ocra = new Ocra(OcraSuite.parse("OCRA-1:HOTP-SHA256-8:QN08-PSHA1"));
    String challenge = ocra.newQuestion(new SecureRandom());
    OcraInput input = OcraInput.question(challenge).withPin("1234");
    OcraOutcome outcome = ocra.verify(secret, input, 0, 0, response);

    assertThat(outcome).isEqualTo(new OcraOutcome.NoMatch());
  }

  @Test
  void readADeliveryOfTokens() throws IOException {
    byte[] document = resource("pskc/figure7.xml");
    List<String> serials = new ArrayList<>();

    PskcContainer delivery = PskcReader.plain().withPassphrase("qwerty").read(document);
    for (PskcKey key : delivery.keys()) {
      serials.add(key.device().serialNumber() + " " + key.algorithm().kind());
    }

    assertThat(serials).containsExactly("987654321 HOTP");
  }

  @Test
  void checkAYubiKey() {
    OtpSecret aesKey = OtpSecret.of(HexFormat.of().parseHex("ecde18dbe76fbd0c33330f1c354871db"));
    byte[] privateId = HexFormat.of().parseHex("8792ebfe26cc");
    YubicoCounter storedCounter = YubicoCounter.NONE;

    YubicoOtp otp = YubicoOtp.parse("dteffujehknhfjbrjnlnldnhcujvddbikngjrtgh");
    String tokenId = otp.publicId();
    YubicoOutcome outcome = otp.verify(aesKey, privateId, storedCounter);

    assertThat(tokenId).isEqualTo("dteffuje");
    assertThat(outcome).isInstanceOf(YubicoOutcome.Accepted.class);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ExamplesTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no " + name);
      }
      return in.readAllBytes();
    }
  }
}
