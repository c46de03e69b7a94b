package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OTP-25: Yubico OTP, with the tenant's own AES keys")
class YubiKeyTest extends TokenTest {
  private static final List<Map<String, String>> VECTORS = Vectors.csv("yubico-otp.csv");

  /// A public id for vectors that have none: the keys of the self-tests type only the encrypted
  /// part.
  private static final String ANY_ID = "vvcccccccccb";

  @Test
  void everyVectorIsRightOnce() {
    for (int i = 0; i < VECTORS.size(); i++) {
      Map<String, String> vector = VECTORS.get(i);
      String id = value(vector, "public_id_modhex");
      String otp = (id.isEmpty() ? ANY_ID : "") + value(vector, "otp_modhex");
      String path = imported("key" + i, id.isEmpty() ? ANY_ID : id, vector);

      assertThat(post(tenant, path + "/confirm", typed(otp)).status()).as(otp).isEqualTo(200);
      assertThat(post(tenant, path + "/verify", typed(otp)).code()).isEqualTo("already_used");
    }
  }

  @Test
  void capsLockDoesNotMatter() {
    Map<String, String> vector = VECTORS.getFirst();
    String path = imported("1", value(vector, "public_id_modhex"), vector);

    String otp = value(vector, "otp_modhex").toUpperCase(Locale.ROOT);
    assertThat(post(tenant, path + "/confirm", typed(otp)).status()).isEqualTo(200);
  }

  @Test
  void counterThatGrewIsRightAndOneThatDidNotIsNot() {
    String path = imported("1", ANY_ID, VECTORS.get(1));
    String first = ANY_ID + value(VECTORS.get(1), "otp_modhex");
    String second = ANY_ID + value(VECTORS.get(2), "otp_modhex");
    String muchLater = ANY_ID + value(VECTORS.get(3), "otp_modhex");

    assertThat(post(tenant, path + "/confirm", typed(second)).status()).isEqualTo(200);
    assertThat(post(tenant, path + "/verify", typed(first)).code()).isEqualTo("already_used");
    assertThat(post(tenant, path + "/verify", typed(muchLater)).status()).isEqualTo(200);
    assertThat(post(tenant, path + "/verify", typed(second)).code()).isEqualTo("already_used");
  }

  @Test
  void whatIsNotOfThisKeyIsWrong() {
    Map<String, String> vector = VECTORS.get(1);
    String path = imported("1", ANY_ID, vector);
    String otp = value(vector, "otp_modhex");

    for (String wrong :
        new String[] {
          "123456",
          "dvcccccccccb" + otp,
          ANY_ID + value(VECTORS.get(4), "otp_modhex"),
          ANY_ID + "c".repeat(32)
        }) {
      assertThat(post(tenant, path + "/confirm", typed(wrong)).code()).isEqualTo("wrong_code");
    }
    assertThat(post(tenant, path + "/confirm", typed(ANY_ID + otp)).status()).isEqualTo(200);
  }

  @Test
  void aPrivateIdOfAnotherKeyIsWrong() {
    Map<String, String> vector = VECTORS.get(1);
    String line =
        "1,%s,aaaaaaaaaaaa,%s,,2024-01-01T00:00:00,"
            .formatted(ANY_ID, value(vector, "aes128_key_hex"));
    take("yubico_csv", line);
    String path = given("yubico_otp", "1");

    String otp = ANY_ID + value(vector, "otp_modhex");
    assertThat(post(tenant, path + "/confirm", typed(otp)).code()).isEqualTo("wrong_code");
  }

  @Test
  void theListsOfTheToolsAreRead() {
    String list =
        """
        5086001,vvcccccccccc,0102030405ff,000102030405060708090a0b0c0d0e0f,,2024-01-01T00:00:00,
        5086002,,0,69cfb9202438ca68964ec3244bfa4843d073a43b,,2013-12-12T08:41:07,
        Yubico OTP,12/11/2013 11:10,1,vvgutbiedkvi,ab86c04de6a3,000102030405060708090a0b0c0d0e0f,,,0
        OATH-HOTP,11.12.13 18:55,1,cccccccccccd,,916821d3a138bf855e70069605559a206ba854cd,,,0,0,0,8
        5086003,vvcccccccccd,0102,000102030405060708090a0b0c0d0e0f,,
        5086004,vvcccccccccd
        """;

    Answer report = take("yubico_csv", list);

    assertThat(report.json().at("/added").asInt()).as(report.text()).isEqualTo(4);
    assertThat(report.json().at("/errors").valueStream().map(error -> error.at("/code").asString()))
        .containsExactly("invalid_secret", "missing_value");
    assertThat(get(tenant, "/v1/tokens?serial=cccccccccccd").json().at("/data/0/digits").asInt())
        .isEqualTo(8);
    assertThat(get(tenant, "/v1/tokens?serial=vvgut").json().at("/data/0/kind").asString())
        .isEqualTo("yubico_otp");
  }

  private String imported(String serial, String publicId, Map<String, String> vector) {
    String line =
        "%s,%s,%s,%s,,2024-01-01T00:00:00,"
            .formatted(
                serial, publicId, value(vector, "private_id_hex"), value(vector, "aes128_key_hex"));
    Answer report = take("yubico_csv", line);
    assertThat(report.json().at("/added").asInt()).as(report.text()).isEqualTo(1);
    return given("yubico_otp", serial);
  }

  private static String value(Map<String, String> vector, String name) {
    return Objects.requireNonNull(vector.get(name));
  }
}
