package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Hotp;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Lists of apps that users have at another product.
class AppImportTest extends FactorTest {
  private static final String PATH = "/v1/factors/import";
  private static final String HEAD = "user,otpauth_uri,name\n";
  private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final OtpSecret SECRET = OtpSecret.ofBase32(BASE32);
  private static final String TOTP = "otpauth://totp/Shop:anna?secret=" + BASE32 + "&issuer=Shop";
  private static final String HOTP = "otpauth://hotp/anna?secret=" + BASE32 + "&counter=7";

  @Test
  void whatUsersHaveElsewhereIsTheirsAtOnce() {
    Answer report = take("", HEAD + "anna," + TOTP + ",Phone\nanna," + HOTP + ",\n");

    assertThat(counts(report)).isEqualTo("2 lines, 2 added, 0 unchanged, 0 failed");
    JsonNode app = factor("totp");
    assertThat(app.path("state").asString()).isEqualTo("active");
    assertThat(app.path("source").asString()).isEqualTo("imported");
    assertThat(app.path("name").asString()).isEqualTo("Phone");
    assertThat(factor("hotp").path("name").asString()).isEqualTo("Token");
    assertThat(verify(app, Totp.standard().code(SECRET, clock.instant()))).isEqualTo(200);
    assertThat(verify(factor("hotp"), Hotp.standard().code(SECRET, 6))).isNotEqualTo(200);
    assertThat(verify(factor("hotp"), Hotp.standard().code(SECRET, 7))).isEqualTo(200);
  }

  @Test
  @DisplayName("OTP-17: secrets that come in a list are sealed, and in no answer or audit entry")
  void secretsAreSealed() {
    Answer report =
        take("", HEAD + "anna," + TOTP + ",\nnobody," + TOTP + ",\nanna,x" + TOTP + ",\n");

    assertThat(report.text() + get(tenant, FACTORS).text() + get(tenant, "/v1/audit").text())
        .doesNotContain(BASE32);
    assertThat(sealed()).isNotEmpty().noneMatch(bytes -> contains(bytes, SECRET.bytes()));
  }

  private List<byte[]> sealed() {
    return jdbc.sql("SELECT secret_sealed FROM factor WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .query((row, _) -> row.getBytes(1))
        .list();
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String file = HEAD + "anna," + TOTP + ",Phone\nanna," + TOTP + ",Twice\nanna," + HOTP + ",\n";
    Answer first = take("", file);
    verify(factor("totp"), Totp.standard().code(SECRET, clock.instant()));
    String before = get(tenant, FACTORS).text();

    Answer again = take("", file);

    assertThat(counts(first)).isEqualTo("3 lines, 2 added, 1 unchanged, 0 failed");
    assertThat(counts(again)).isEqualTo("3 lines, 0 added, 3 unchanged, 0 failed");
    assertThat(get(tenant, FACTORS).text()).isEqualTo(before);
  }

  @Test
  @DisplayName("A factor that was removed, perhaps because it was lost, does not come back")
  void whatWasRemovedDoesNotComeBack() {
    String file = HEAD + "anna," + TOTP + ",Phone\n";
    take("", file);
    delete(tenant, FACTORS + "/" + factor("totp").path("id").asString());

    Answer again = take("", file);

    assertThat(again.json().at("/errors/0/code").asString()).isEqualTo("removed_before");
    assertThat(get(tenant, FACTORS).json().path("data").size()).isZero();
  }

  @Test
  void linesThatCannotBeUsedAreToldAndTheOthersTaken() {
    put(tenant, "/v1/users/carl", "{}");
    post(tenant, "/v1/users/carl/close", "{}");
    String file =
        "otpauth_uri;user\n"
            + "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ;anna\n"
            + (TOTP + ";nobody\n")
            + (TOTP + ";carl\n")
            + "otpauth://steam/a?secret=GEZDGNBVGY3TQOJQ;anna\n"
            + "no uri;anna\n"
            + "one cell\n"
            + (TOTP + ";anna\n");

    Answer report = take("", file);

    assertThat(counts(report)).isEqualTo("7 lines, 1 added, 0 unchanged, 6 failed");
    assertThat(report.json().at("/errors").valueStream().map(AppImportTest::told))
        .containsExactly(
            "2 anna short_secret",
            "3 nobody unknown_user",
            "4 carl user_closed",
            "5 anna uri_type",
            "6 anna uri_syntax",
            "7  invalid_line");
    assertThat(counts(take("?allow_short_secrets=true", file)))
        .isEqualTo("7 lines, 1 added, 1 unchanged, 5 failed");
  }

  private static String told(JsonNode error) {
    return error.path("line").asInt()
        + " "
        + error.path("user").asString("")
        + " "
        + error.path("code").asString();
  }

  @Test
  void aUserIsToldUnlessTheListSaysOtherwise() {
    take("?tell=false", HEAD + "anna," + HOTP + ",\n");
    take("", HEAD + "anna," + TOTP + ",My phone\n");

    assertThat(mails("anna@example.org", 1))
        .singleElement()
        .satisfies(mail -> assertThat(mail).contains("My phone"));
    assertThat(actions()).contains("factor.bound");
  }

  @Test
  @DisplayName("Of many lists with the same app at once one adds it")
  void listsAtOnceAddAnAppOnce() throws Exception {
    String file = HEAD + "anna," + TOTP + ",\nanna," + HOTP + ",\n";

    List<Integer> added = Together.run(8, () -> take("", file).json().path("added").asInt());

    assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    assertThat(get(tenant, FACTORS).json().path("data").size()).isEqualTo(2);
  }

  @Test
  void usersOfAnotherTenantAreUnknown() {
    Answer report = take(otherTenant(), "", "text/csv", HEAD + "anna," + TOTP + ",\n");

    assertThat(report.json().at("/errors/0/code").asString()).isEqualTo("unknown_user");
  }

  @Test
  void aFileThatIsNoneIsRefused() {
    assertThat(take("", "name\nanna\n").code()).isEqualTo("invalid_file");
    assertThat(take(tenant, "", "application/json", "{}").status()).isEqualTo(415);
    Answer cut = take("", HEAD + "anna," + TOTP + ",\nanna,\"" + HOTP + "\n");
    assertThat(cut.json().path("complete").asBoolean()).isFalse();
    assertThat(cut.json().path("added").asInt()).isEqualTo(1);
  }

  private JsonNode factor(String kind) {
    return get(tenant, FACTORS)
        .json()
        .path("data")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private int verify(JsonNode factor, String code) {
    return post(tenant, FACTORS + "/" + factor.path("id").asString() + "/verify", typed(code))
        .status();
  }

  private Answer take(String query, String file) {
    return take(tenant, query, "text/csv", file);
  }

  private Answer take(TestTenant as, String query, String type, String file) {
    return send(
        authorized(as, PATH + query)
            .header("Content-Type", type)
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(file)));
  }

  private static String counts(Answer report) {
    JsonNode json = report.json();
    assertThat(report.status()).as(report.text()).isEqualTo(200);
    return "%d lines, %d added, %d unchanged, %d failed"
        .formatted(
            json.path("lines").asInt(),
            json.path("added").asInt(),
            json.path("unchanged").asInt(),
            json.path("failed").asInt());
  }
}
