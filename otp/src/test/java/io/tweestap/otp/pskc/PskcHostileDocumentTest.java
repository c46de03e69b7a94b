package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_TOO_LARGE;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_XML;
import static io.tweestap.otp.Refusals.assertRefused;
import static io.tweestap.otp.pskc.PskcReaderTest.HOTP;
import static io.tweestap.otp.pskc.PskcReaderTest.SIXTEEN;
import static io.tweestap.otp.pskc.PskcReaderTest.WITH_KEY;
import static io.tweestap.otp.pskc.PskcReaderTest.container;
import static io.tweestap.otp.pskc.PskcReaderTest.key;
import static io.tweestap.otp.pskc.PskcReaderTest.octets;
import static io.tweestap.otp.pskc.PskcReaderTest.readOnly;
import static io.tweestap.otp.pskc.PskcReaderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Malformed;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that are no PSKC, dangerous, or damaged.
@DisplayName("OTP-23 PSKC documents that do not deserve trust")
class PskcHostileDocumentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<KeyContainer Version='1.0'/>",
        "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'/>",
        "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc' Version='2.0'/>",
        "<Other xmlns='urn:ietf:params:xml:ns:keyprov:pskc' Version='1.0'/>",
        "<?xml version='1.0' encoding='nonsense'?><KeyContainer/>"
      })
  void anythingButAContainerIsRefused(String document) {
    assertRefused(PSKC_XML, () -> PskcReader.plain().read(octets(document)));
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    String body = key(HOTP, "<Issuer>&x;</Issuer>", SIXTEEN);
    for (String entity : new String[] {"'bomb'", "SYSTEM 'file:///etc/passwd'"}) {
      String document = "<!DOCTYPE k [<!ENTITY x " + entity + ">]>" + body;
      assertRefused(PSKC_XML, () -> PskcReader.plain().read(octets(document)));
    }
    String external = "<!DOCTYPE k SYSTEM 'http://127.0.0.1:1/x.dtd'>" + key(HOTP, "", SIXTEEN);
    assertRefused(PSKC_XML, () -> PskcReader.plain().read(octets(external)));
    assertRefused(PSKC_XML, () -> PskcReader.plain().read(octets(body)));
  }

  @Test
  void sizeAndDepthAreBounded() {
    byte[] large = new byte[PskcReader.MAX_BYTES + 1];
    assertRefused(PSKC_TOO_LARGE, () -> PskcReader.plain().read(large));
    byte[] largest = new byte[PskcReader.MAX_BYTES];
    assertRefused(PSKC_XML, () -> PskcReader.plain().read(largest));
    String deep = container("<x>".repeat(100_000) + "</x>".repeat(100_000));
    assertRefused(PSKC_XML, () -> PskcReader.plain().read(octets(deep)));
    String many = container("<KeyPackage/>".repeat(PskcReader.MAX_KEYS + 1));
    assertRefused(PSKC_TOO_LARGE, () -> PskcReader.plain().read(octets(many)));
    String most = container("<KeyPackage/>".repeat(PskcReader.MAX_KEYS));
    assertThat(PskcReader.plain().read(octets(most)).keys()).isEmpty();
  }

  @Test
  void commentsAndCharacterSectionsDoNotHideText() {
    String secret =
        "<Secret><PlainValue>AAECAwQF<!-- x -->"
            + "BgcI\n  <![CDATA[CQoLDA0ODw==]]></PlainValue></Secret>";
    assertThat(readOnly(key(HOTP, "", secret)).data().secret())
        .isEqualTo(readOnly(key(HOTP, "", SIXTEEN)).data().secret());
  }

  @Test
  @Tag("many-rounds")
  void damagedDocumentGivesAResultOrTheNamedError() throws IOException {
    Random random = new Random(6030);
    String[] documents = {text(5), text(6), text(10)};
    int read = 0;
    for (int i = 0; i < 3_000; i++) {
      String document = Malformed.mutate(documents[i % 3], random);
      boolean result =
          Malformed.resultOrNamedError(document, () -> WITH_KEY.read(octets(document)));
      read += result ? 1 : 0;
    }
    assertThat(read).isPositive();
  }

  @Test
  @Tag("many-rounds")
  void damagedOctetsGiveAResultOrTheNamedError() throws IOException {
    Random random = new Random(6031);
    byte[] figure = PskcFiguresTest.figure(6);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = figure.clone();
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Malformed.resultOrNamedError("octets " + i, () -> WITH_KEY.read(damaged));
    }
  }
}
