package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Files of users.
class UserImportTest extends UserTest {
  private static final String CSV =
      "ref,groups,email,phone\n"
          + "anna,staff admins,anna@example.org,0612345678\n"
          + "\"ben, jr\",,ben@example.org,\n";

  @Test
  void aFileMakesUsersAndTheSameFileAgainChangesNothing() {
    Answer first = csv("", CSV);
    Answer anna = get(tenant, ANNA);
    clock.advance(Duration.ofMinutes(1));
    Answer again = csv("", CSV);

    assertThat(counts(first)).isEqualTo("2 lines, 2 created, 0 changed, 0 unchanged, 0 failed");
    assertThat(counts(again)).isEqualTo("2 lines, 0 created, 0 changed, 2 unchanged, 0 failed");
    assertThat(get(tenant, ANNA).text()).isEqualTo(anna.text());
    assertThat(anna.json().at("/groups").toString()).isEqualTo("[\"admins\",\"staff\"]");
    assertThat(anna.json().at("/addresses").size()).isEqualTo(2);
    assertThat(get(tenant, "/v1/users/ben%2C%20jr").status()).isEqualTo(200);
  }

  @Test
  void brokenLinesAreToldAndTheOthersApplied() {
    Answer report =
        csv("", "ref;phone\nanna;061\nben;0612345678\nben;0612345679\nc\u200bd;\ncas\nzoe;=1+1\n");

    assertThat(counts(report)).isEqualTo("6 lines, 1 created, 0 changed, 0 unchanged, 5 failed");
    assertThat(report.json().at("/errors").valueStream().map(e -> e.at("/line").asInt()))
        .containsExactly(2, 4, 5, 6, 7);
    assertThat(report.json().at("/errors/0/ref").asString()).isEqualTo("anna");
    assertThat(report.json().at("/errors/0/code").asString()).isEqualTo("invalid_number");
    assertThat(report.json().at("/errors/1/detail").asString()).contains("earlier line");
    assertThat(report.text()).doesNotContain("612345678");
    assertThat(get(tenant, "/v1/users/ben").status()).isEqualTo(200);
  }

  @Test
  void atomicAppliesAllLinesOrNone() {
    Answer refused = csv("?atomic=true", "ref,phone\nanna,0612345678\nben,061\n");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("import_refused");
    assertThat(refused.json().at("/errors/0/line").asInt()).isEqualTo(3);
    assertThat(get(tenant, ANNA).status()).isEqualTo(404);
    assertThat(actions()).isEmpty();
    assertThat(counts(csv("?atomic=true", CSV)))
        .isEqualTo("2 lines, 2 created, 0 changed, 0 unchanged, 0 failed");
    assertThat(get(tenant, ANNA).status()).isEqualTo(200);
  }

  @Test
  void aDryRunTellsAndChangesNothing() {
    Answer report = csv("?dry_run=true", CSV);

    assertThat(counts(report)).isEqualTo("2 lines, 2 created, 0 changed, 0 unchanged, 0 failed");
    assertThat(report.json().at("/applied").asBoolean()).isFalse();
    assertThat(get(tenant, ANNA).status()).isEqualTo(404);
    assertThat(actions()).isEmpty();
  }

  @Test
  void aColumnThatIsMissingLeavesThingsAsTheyAre() {
    csv("", CSV);
    csv("", "ref,email\nanna,other@example.org\n");

    Answer anna = get(tenant, ANNA);
    assertThat(anna.json().at("/groups").size()).isEqualTo(2);
    assertThat(anna.text()).contains("o***@example.org", "+31*******78");
    assertThat(anna.text()).doesNotContain("a***@example.org");
  }

  @Test
  void whatSpreadsheetsDoToAFileIsUnderstood() {
    String excel =
        "\ufeffsep=;\r\nRef;Groups;Phone\r\n"
            + "u1;staff|admins;'+31612345671\r\n"
            + "u2;\"staff;admins\";=\"0612345672\"\r\n"
            + "\r\n"
            + "u3;\"staff\";06-12 34 56 73\r\n"
            + "u4;staff;3.16123E+10\r\n";
    Answer report = csv("", excel);

    assertThat(counts(report)).isEqualTo("4 lines, 3 created, 0 changed, 0 unchanged, 1 failed");
    assertThat(report.json().at("/errors/0/detail").asString()).contains("spreadsheet");
    for (int i = 1; i <= 3; i++) {
      assertThat(get(tenant, "/v1/users/u" + i + "?reveal=true").text())
          .contains("+3161234567" + i);
    }
    assertThat(get(tenant, "/v1/users/u2").json().at("/groups").size()).isEqualTo(2);
  }

  @Test
  void otherCharactersThanUtf8AreReadByTheirName() {
    String text = "ref,groups\nmüller,staff\n";
    Charset latin = Charset.forName("windows-1252");

    Answer named = file("", "text/csv; charset=windows-1252", text.getBytes(latin));
    Answer unnamed = file("", "text/csv", text.getBytes(latin));

    assertThat(named.json().at("/created").asInt()).isEqualTo(1);
    assertThat(get(tenant, "/v1/users/m%C3%BCller").status()).isEqualTo(200);
    assertThat(unnamed.code()).isEqualTo("invalid_file");
  }

  @Test
  void aHeaderThatCannotBeUsedIsRefusedAtOnce() {
    for (String header : new String[] {"", "name,email\n", "ref,ref\n", "email\n"}) {
      assertThat(csv("", header + "a,b\n").code()).as(header).isEqualTo("invalid_file");
    }
    assertThat(post(tenant, "/v1/users/import", "{}").status()).isEqualTo(415);
  }

  @Test
  void aQuoteThatNobodyClosedEndsTheFile() {
    String open = "ref,email\nanna,anna@example.org\nben,\"" + "x\n".repeat(100_000);

    Answer report = csv("", open);

    assertThat(report.json().at("/complete").asBoolean()).isFalse();
    assertThat(report.json().at("/created").asInt()).isEqualTo(1);
    assertThat(report.json().at("/failed").asInt()).isEqualTo(1);
  }

  @Test
  void linesOfJsonAreTakenToo() {
    String lines =
        "{\"ref\":\"anna\",\"groups\":[\"staff\"],"
            + addresses("phone", "0612345678")
            + "}\n\n"
            + "{\"ref\":\"ben\"}\n{\"ref\":1}\n[]\n{\"ref\":\"cas\",\"x\":1}\n{";
    Answer report = file("", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));

    assertThat(counts(report)).isEqualTo("6 lines, 2 created, 0 changed, 0 unchanged, 4 failed");
    assertThat(report.json().at("/errors").valueStream().map(e -> e.at("/line").asInt()))
        .containsExactly(4, 5, 6, 7);
    assertThat(report.json().at("/errors/2/code").asString()).isEqualTo("unknown_field");
  }

  @Test
  void aClosedUserInAFileFailsAlone() {
    put(tenant, ANNA, "{}");
    post(tenant, ANNA + "/close", "{}");

    Answer report = csv("", CSV);

    assertThat(counts(report)).isEqualTo("2 lines, 1 created, 0 changed, 0 unchanged, 1 failed");
    assertThat(report.json().at("/errors/0/code").asString()).isEqualTo("user_closed");
  }

  @Test
  void manyUsersFitThroughOneRequest() {
    StringBuilder file = new StringBuilder("ref,groups,email\n");
    for (int i = 0; i < 3000; i++) {
      file.append("user-%d,staff,user-%d@example.org\n".formatted(i, i));
    }
    assertThat(file.length()).isGreaterThan(100_000);

    assertThat(csv("", file.toString()).json().at("/created").asInt()).isEqualTo(3000);
    assertThat(csv("", file.toString()).json().at("/unchanged").asInt()).isEqualTo(3000);
    assertThat(get(tenant, "/v1/users/user-2999").status()).isEqualTo(200);
  }

  private Answer csv(String query, String text) {
    return file(query, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private Answer file(String query, String type, byte[] bytes) {
    return send(
        authorized(tenant, "/v1/users/import" + query)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  private static String counts(Answer report) {
    return "%s lines, %s created, %s changed, %s unchanged, %s failed"
        .formatted(
            report.json().at("/lines"),
            report.json().at("/created"),
            report.json().at("/changed"),
            report.json().at("/unchanged"),
            report.json().at("/failed"));
  }
}
