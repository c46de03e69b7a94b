package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Totp;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HardwareTokenTest extends TokenTest {
  @Test
  @DisplayName("OTP-1, OTP-4: RFC 4226 appendix D through the API, with 6 and with 8 digits")
  void everyHotpVectorIsRightInItsTurn() {
    take("oath_csv", "six,%1$s,hotp,6,0\neight,%1$s,hotp,8,0".formatted(SEED_HEX));
    for (String[] token : new String[][] {{"six", "hotp6"}, {"eight", "hotp8_derived"}}) {
      String path = given("hotp", token[0]);
      for (Map<String, String> vector : Vectors.csv("hotp-rfc4226.csv")) {
        String code = Objects.requireNonNull(vector.get(token[1]));
        String action = "0".equals(vector.get("counter")) ? "/confirm" : "/verify";

        Answer answer = post(tenant, path + action, typed(code));

        assertThat(answer.status()).as(vector + answer.text()).isEqualTo(200);
        assertThat(post(tenant, path + "/verify", typed(code)).code()).isEqualTo("already_used");
      }
    }
  }

  @Test
  void aListIsTakenIntoStockLineByLine() {
    String list =
        """
        serial,secret,type,digits,period
        1001,%1$s,hotp,6,0
        1002;GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ;TOTP;8;60;SHA256
        # a remark
        1003,GEZDGNBVGY3TQOJQ,totp
        1004,%1$s,fob
        1005,nonsense!,hotp
        ,%1$s,hotp
        1006,%1$s,totp,6,300
        1007
        """
            .formatted(SEED_HEX);

    Answer report = take("oath_csv", list);

    assertThat(report.status()).isEqualTo(200);
    assertThat(report.json().at("/lines").asInt()).isEqualTo(8);
    assertThat(report.json().at("/added").asInt()).isEqualTo(2);
    assertThat(report.json().at("/failed").asInt()).isEqualTo(6);
    assertThat(
            report
                .json()
                .at("/errors")
                .valueStream()
                .map(e -> e.at("/line").asInt() + " " + e.at("/code").asString()))
        .containsExactly(
            "5 short_secret",
            "6 unknown_type",
            "7 base32_character",
            "8 invalid_serial",
            "9 time_step",
            "10 missing_value");
    assertThat(report.text()).doesNotContain(SEED_HEX).doesNotContain("GEZDGNBV");
    assertThat(get(tenant, "/v1/tokens?kind=totp").json().at("/data/0/algorithm").asString())
        .isEqualTo("SHA256");
    assertThat(get(tenant, "/v1/audit").text()).contains("hardware_tokens.imported");
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String list = "1001,%1$s,hotp\n1002,%1$s,totp\n".formatted(SEED_HEX);
    take("oath_csv", list);
    String path = given("hotp", "1001");
    post(tenant, path + "/confirm", typed(hotp(3)));
    String before = get(tenant, "/v1/tokens").text();

    Answer again = take("oath_csv", list);

    assertThat(again.json().at("/added").asInt()).isZero();
    assertThat(again.json().at("/unchanged").asInt()).isEqualTo(2);
    assertThat(get(tenant, "/v1/tokens").text()).isEqualTo(before);
    assertThat(post(tenant, path + "/verify", typed(hotp(3))).code()).isEqualTo("already_used");
    Answer other = take("oath_csv", "1001," + SEED_HEX.replace("31", "32") + ",hotp");
    assertThat(other.json().at("/errors/0/code").asString()).isEqualTo("serial_taken");
  }

  @Test
  @DisplayName("OTP-18: a token is the user's only after one code from it")
  void aTokenIsHeldUntilItsFirstCode() {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");
    assertThat(state("1001")).isEqualTo("in_stock");

    String path = given("hotp", "1001");
    assertThat(state("1001")).isEqualTo("held");
    assertThat(give("hotp", "1001").code()).isEqualTo("token_not_in_stock");
    advance(Duration.ofMinutes(10));
    assertThat(state("1001")).isEqualTo("in_stock");
    assertThat(post(tenant, path + "/confirm", typed(hotp(0))).code()).isEqualTo("not_found");

    String again = given("hotp", "1001");
    assertThat(post(tenant, again + "/confirm", typed(hotp(0))).status()).isEqualTo(200);
    assertThat(state("1001")).isEqualTo("assigned");
    advance(Duration.ofMinutes(20));
    assertThat(state("1001")).isEqualTo("assigned");
    assertThat(get(tenant, "/v1/tokens").json().at("/data/0/user").asString()).isEqualTo("anna");
    assertThat(give("hotp", "none").json().at("/field").asString()).isEqualTo("serial");
    assertThat(give("totp", "1001").json().at("/field").asString()).isEqualTo("serial");
  }

  @Test
  @DisplayName("OTP-9: a token that comes back keeps what it has moved, for the next user too")
  void aTokenComesBackAsFarAsItHasMoved() {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");
    String path = given("hotp", "1001");
    post(tenant, path + "/confirm", typed(hotp(5)));
    delete(tenant, path);
    assertThat(state("1001")).isEqualTo("in_stock");

    String again = given("hotp", "1001");

    assertThat(post(tenant, again + "/confirm", typed(hotp(4))).code()).isEqualTo("wrong_code");
    assertThat(post(tenant, again + "/confirm", typed(hotp(6))).status()).isEqualTo(200);
  }

  @Test
  void aRetiredTokenIsGoneForGood() {
    String list = "1001," + SEED_HEX + ",hotp";
    take("oath_csv", list);
    String id = get(tenant, "/v1/tokens").json().at("/data/0/id").asString();
    String path = given("hotp", "1001");
    assertThat(delete(tenant, "/v1/tokens/" + id).code()).isEqualTo("token_not_in_stock");
    delete(tenant, path);

    assertThat(delete(tenant, "/v1/tokens/" + id).status()).isEqualTo(204);

    assertThat(state("1001")).isEqualTo("retired");
    assertThat(delete(tenant, "/v1/tokens/" + id).status()).isEqualTo(204);
    assertThat(give("hotp", "1001").code()).isEqualTo("token_not_in_stock");
    assertThat(take("oath_csv", list).json().at("/unchanged").asInt()).isEqualTo(1);
    assertThat(actions()).contains("hardware_token.assigned");
    assertThat(get(tenant, "/v1/audit").text()).contains("hardware_token.removed");
  }

  @Test
  @DisplayName("BND-6: the token of a closed user is back in stock")
  void theTokenOfAClosedUserComesBack() {
    take("oath_csv", "1001,%1$s,hotp\n1002,%1$s,hotp".formatted(SEED_HEX));
    post(tenant, given("hotp", "1001") + "/confirm", typed(hotp(0)));
    given("hotp", "1002");

    post(tenant, ANNA + "/close", "{}");

    assertThat(state("1001")).isEqualTo("in_stock");
    assertThat(state("1002")).isEqualTo("in_stock");
  }

  @Test
  @DisplayName("OTP-7: ten counters ahead fit, an eleventh does not, and only success moves on")
  void theLookAheadIsBounded() {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");
    String path = given("hotp", "1001");
    post(tenant, path + "/confirm", typed(hotp(0)));

    assertThat(post(tenant, path + "/verify", typed(hotp(12))).code()).isEqualTo("wrong_code");
    assertThat(post(tenant, path + "/verify", typed(hotp(11))).status()).isEqualTo(200);
    assertThat(post(tenant, path + "/verify", typed(hotp(10))).code()).isEqualTo("wrong_code");
    assertThat(post(tenant, path + "/verify", typed(hotp(12))).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("OTP-8: two codes in a row find a token that ran far ahead; one is not enough")
  void twoCodesInARowFindATokenAgain() {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");
    String path = given("hotp", "1001");
    post(tenant, path + "/confirm", typed(hotp(0)));

    assertThat(resync(path, hotp(700), hotp(702)).code()).isEqualTo("wrong_code");
    assertThat(resync(path, hotp(1200), hotp(1201)).code()).isEqualTo("wrong_code");
    assertThat(resync(path, hotp(700)).code()).isEqualTo("invalid_field");
    assertThat(resync(path, hotp(700), hotp(701)).status()).isEqualTo(200);
    assertThat(post(tenant, path + "/verify", typed(hotp(701))).code()).isEqualTo("already_used");
    assertThat(post(tenant, path + "/verify", typed(hotp(702))).status()).isEqualTo(200);
    assertThat(actions()).contains("factor.resynced");
  }

  @Test
  void wrongCodesInARowCountLikeAnswers() {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");
    String path = given("hotp", "1001");
    post(tenant, path + "/confirm", typed(hotp(0)));

    for (int i = 0; i < 5; i++) {
      assertThat(resync(path, hotp(700), hotp(702)).code()).isEqualTo("wrong_code");
    }
    assertThat(resync(path, hotp(700), hotp(701)).code()).isEqualTo("slowed_down");
    assertThat(post(tenant, path + "/verify", typed(hotp(1))).code()).isEqualTo("slowed_down");
  }

  @Test
  void aTokenThatRanAheadInStockIsConfirmedByTwoCodes() {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");
    String path = given("hotp", "1001");

    assertThat(post(tenant, path + "/confirm", typed(hotp(300))).code()).isEqualTo("wrong_code");
    assertThat(resync(path, hotp(300), hotp(301)).json().at("/state").asString())
        .isEqualTo("active");
    assertThat(state("1001")).isEqualTo("assigned");
    assertThat(actions()).contains("factor.bound");
  }

  @Test
  @DisplayName(
      "OTP-8, OTP-12: a token whose clock is a quarter of an hour off is found and followed")
  void aTokenWithAWrongClockIsFoundAndFollowed() {
    take("oath_csv", "1001," + SEED_HEX + ",totp,6,60");
    String path = given("totp", "1001");
    Totp totp = new Totp(io.tweestap.otp.Algorithm.SHA1, 6, Duration.ofSeconds(60));
    Duration off = Duration.ofMinutes(15);
    String first = totp.code(SEED, clock.instant().plus(off));
    assertThat(post(tenant, path + "/confirm", typed(first)).code()).isEqualTo("wrong_code");

    String second = totp.code(SEED, clock.instant().plus(off).plusSeconds(60));
    assertThat(resync(path, first, second).status()).isEqualTo(200);

    for (int i = 0; i < 5; i++) {
      advance(Duration.ofMinutes(7));
      String code = totp.code(SEED, clock.instant().plus(off));
      assertThat(post(tenant, path + "/verify", typed(code)).status()).isEqualTo(200);
    }
  }

  @Test
  void listsAreFilteredAndPaged() {
    take("oath_csv", "1001,%1$s,hotp\n1002,%1$s,hotp\n2001,%1$s,totp".formatted(SEED_HEX));
    post(
        tenant,
        IMPORT,
        file("oath_csv", "3001," + SEED_HEX + ",hotp").put("batch", "b").toString());
    given("hotp", "1001");

    assertThat(serials("")).hasSize(4);
    assertThat(serials("?state=in_stock")).containsExactlyInAnyOrder("1002", "2001", "3001");
    assertThat(serials("?state=held")).containsExactly("1001");
    assertThat(serials("?kind=totp")).containsExactly("2001");
    assertThat(serials("?serial=100")).containsExactlyInAnyOrder("1001", "1002");
    assertThat(serials("?batch=b")).containsExactly("3001");
    Answer page = get(tenant, "/v1/tokens?limit=3");
    String cursor = page.json().at("/next_cursor").asString();
    assertThat(get(tenant, "/v1/tokens?limit=3&cursor=" + cursor).json().at("/data").size())
        .isEqualTo(1);
    for (String wrong : new String[] {"state=x", "kind=x", "cursor=x", "limit=0", "batch=%07"}) {
      assertThat(get(tenant, "/v1/tokens?" + wrong).code()).as(wrong).isEqualTo("invalid_field");
    }
  }

  private java.util.List<String> serials(String query) {
    return get(tenant, "/v1/tokens" + query)
        .json()
        .at("/data")
        .valueStream()
        .map(token -> token.at("/serial").asString())
        .toList();
  }

  private Answer resync(String path, String... codes) {
    return post(tenant, path + "/resync", "{\"codes\":[\"" + String.join("\",\"", codes) + "\"]}");
  }
}
