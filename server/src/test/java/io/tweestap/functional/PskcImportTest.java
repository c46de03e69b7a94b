package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("OTP-23: the figures of RFC 6030 through the import")
class PskcImportTest extends TokenTest {
  private static final Hotp EIGHT = new Hotp(Algorithm.SHA1, 8);

  /// The pre-shared key of figure 6, and the passphrase of figure 7.
  private static final String KEY = "12345678901234567890123456789012";

  private static final String PASSPHRASE = "qwerty";

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 6, 7})
  void theTokenOfAFigureLogsIn(int figure) {
    Answer report = taken(figure, body(figure));

    assertThat(report.status()).as(report.text()).isEqualTo(200);
    assertThat(report.json().at("/added").asInt()).isEqualTo(1);
    String path = given("hotp", "987654321");
    assertThat(post(tenant, path + "/confirm", typed(EIGHT.code(SEED, 0))).status()).isEqualTo(200);
  }

  @Test
  void figure5BringsAPinThatIsNoToken() {
    Answer report = taken(5, body(5));

    assertThat(report.json().at("/lines").asInt()).isEqualTo(2);
    assertThat(report.json().at("/errors/0/line").asInt()).isEqualTo(2);
    assertThat(report.json().at("/errors/0/code").asString()).isEqualTo("unknown_type");
  }

  @Test
  void figure10WasGoodInMay2006() {
    Answer report = taken(10, body(10));

    assertThat(report.json().at("/failed").asInt()).isEqualTo(4);
    assertThat(report.json().at("/errors/0/code").asString()).isEqualTo("expired");
  }

  @Test
  void figure10WithoutItsDatesBringsThreeTokensOfWhichOneTwice() {
    String document = Vectors.text("pskc/figure10.xml").replaceAll("(?s)<Policy>.*?</Policy>", "");

    Answer report = take("pskc", document);

    assertThat(report.json().at("/lines").asInt()).isEqualTo(4);
    assertThat(report.json().at("/added").asInt()).isEqualTo(3);
    assertThat(report.json().at("/unchanged").asInt()).isEqualTo(1);
    assertThat(report.json().at("/failed").asInt()).isZero();
  }

  @Test
  void figure4NamesASecretThatIsKeptElsewhere() {
    assertThat(taken(4, body(4)).json().at("/errors/0/code").asString())
        .isEqualTo("secret_missing");
  }

  @Test
  @DisplayName("OTP-23: a HOTP secret below 16 octets is refused unless it is forced")
  void figure2HasAShortSecret() {
    assertThat(taken(2, body(2)).json().at("/errors/0/code").asString()).isEqualTo("short_secret");

    Answer forced = taken(2, body(2).put("allow_short_secrets", true));
    assertThat(forced.json().at("/added").asInt()).isEqualTo(1);
    assertThat(state("12345678")).isEqualTo("in_stock");
  }

  @Test
  @DisplayName("OTP-19, OTP-18: an OCRA key from PSKC is the user's by its first answer")
  void aChallengeResponseDeviceIsTakenAndGiven() {
    Answer report = take("pskc", ocra("OCRA-1:HOTP-SHA1-6:QN08", "6", "CR"));
    assertThat(report.json().at("/added").asInt()).as(report.text()).isEqualTo(1);
    assertThat(take("pskc", ocra("OCRA-1:HOTP-SHA1-6:QN08", "6", "CR")).json().at("/unchanged"))
        .isEqualTo(report.json().at("/added"));

    Answer begun = post(tenant, FACTORS, "{\"kind\":\"ocra\",\"serial\":\"OC1\"}");

    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(begun.json().has("secret")).isFalse();
    assertThat(begun.json().at("/factor/suite").asString()).isEqualTo("OCRA-1:HOTP-SHA1-6:QN08");
    assertThat(state("OC1")).isEqualTo("held");
    String path = FACTORS + "/" + begun.json().at("/factor/id").asString();
    String response = response("OCRA-1:HOTP-SHA1-6:QN08", begun.json().at("/challenge/question"));
    assertThat(post(tenant, path + "/confirm", typed(response)).status()).isEqualTo(200);
    assertThat(state("OC1")).isEqualTo("assigned");
    assertThat(post(tenant, FACTORS, "{\"kind\":\"ocra\",\"serial\":\"OC1\"}").code())
        .isEqualTo("token_not_in_stock");
    assertThat(delete(tenant, path).status()).isEqualTo(204);
    assertThat(state("OC1")).isEqualTo("in_stock");
  }

  @Test
  void aDeviceWithAPinIsGivenWithIt() {
    String suite = "OCRA-1:HOTP-SHA256-8:QN08-PSHA1";
    take("pskc", ocra(suite, "8", "CR"));

    assertThat(post(tenant, FACTORS, "{\"kind\":\"ocra\",\"serial\":\"OC1\"}").code())
        .isEqualTo("missing_field");
    Answer begun = post(tenant, FACTORS, "{\"kind\":\"ocra\",\"serial\":\"OC1\",\"pin\":\"1234\"}");

    OcraInput input = OcraInput.question(begun.json().at("/challenge/question").asString());
    String response = new Ocra(OcraSuite.parse(suite)).response(SEED, input.withPin("1234"));
    String path = FACTORS + "/" + begun.json().at("/factor/id").asString();
    assertThat(post(tenant, path + "/confirm", typed(response)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "OCRA-1:HOTP-SHA1-6:QN08, 6, OTP, policy",
    "OCRA-1:HOTP-SHA1-6:QN08, 8, CR, response_format",
    "OCRA-1:HOTP-SHA1-6:QN08-S064, 6, CR, suite_not_served",
    "OCRA-1:HOTP-SHA1-6, 6, CR, ocra_suite",
  })
  void whatADeviceCannotBeServedWithIsTold(String suite, String length, String usage, String code) {
    assertThat(take("pskc", ocra(suite, length, usage)).json().at("/errors/0/code").asString())
        .isEqualTo(code);
  }

  private static String response(String suite, JsonNode question) {
    return new Ocra(OcraSuite.parse(suite)).response(SEED, OcraInput.question(question.asString()));
  }

  private static String ocra(String suite, String length, String usage) {
    return """
    <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">
      <KeyPackage>
        <DeviceInfo><Manufacturer>TokenVendor</Manufacturer><SerialNo>OC1</SerialNo></DeviceInfo>
        <Key Id="1" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:ocra">
          <AlgorithmParameters>
            <Suite>%s</Suite>
            <ResponseFormat Length="%s" Encoding="DECIMAL"/>
          </AlgorithmParameters>
          <Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret></Data>
          <Policy><KeyUsage>%s</KeyUsage></Policy>
        </Key>
      </KeyPackage>
    </KeyContainer>
    """
        .formatted(suite, length, usage);
  }

  @Test
  @DisplayName("OTP-23: with the wrong key or after a change nothing is imported")
  void aWrongKeyOrAChangedDocumentImportsNothing() {
    Answer wrongKey = taken(6, body(6).put("key", KEY.replace('1', '2')));
    assertThat(wrongKey.code()).isEqualTo("invalid_file");
    assertThat(wrongKey.json().at("/reason").asString()).isEqualTo("pskc_decryption");
    String changed =
        Vectors.text("pskc/figure6.xml").replace(">AAECAwQFBgcICQoL", ">AAECAwQFBgcICQoM");
    Answer altered = taken(6, file("pskc", changed).put("key", KEY));
    assertThat(altered.json().at("/reason").asString()).isEqualTo("pskc_mac_wrong");
    ObjectNode noKey = body(6);
    noKey.remove("key");
    assertThat(taken(6, noKey).json().at("/reason").asString()).isEqualTo("pskc_key_missing");
    assertThat(taken(7, body(7).put("passphrase", "qwertz")).json().at("/reason").asString())
        .startsWith("pskc_");
    assertThat(taken(6, body(6).put("key", "12")).json().at("/field").asString()).isEqualTo("key");
    assertThat(take("pskc", "<KeyContainer").code()).isEqualTo("invalid_file");
    assertThat(get(tenant, "/v1/tokens").json().at("/data").isEmpty()).isTrue();
  }

  private static ObjectNode body(int figure) {
    ObjectNode body = file("pskc", Vectors.text("pskc/figure" + figure + ".xml"));
    return switch (figure) {
      case 6 -> body.put("key", KEY);
      case 7 -> body.put("passphrase", PASSPHRASE);
      default -> body;
    };
  }

  private Answer taken(int figure, ObjectNode body) {
    assertThat(figure).isBetween(2, 10);
    return post(tenant, IMPORT, body.toString());
  }
}
