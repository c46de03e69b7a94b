package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.EmailAddress;
import io.tweestap.user.address.NewAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// P6: users are told in time, with the date in the message.
class EnrollmentReminderTest extends PolicyTest {
  private static final String CHORE = "remind-of-enrollment";

  /// The days here are 24 hours long. Near midnight, one in which clocks are put forward would end
  /// on the day after the next.
  @BeforeEach
  void itIsMorning() {
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    clock.advance(
        Duration.between(now, now.toLocalDate().plusDays(1).atTime(10, 0).atZone(now.getZone())));
  }

  @Test
  void whoHasNoFactorIsRemindedOncePerStep() {
    member("anna");
    policy("Staff", required(20));

    run(CHORE);
    run(CHORE);
    assertThat(reminded("anna")).isEqualTo(1);
    clock.advance(Duration.ofDays(5));
    run(CHORE);
    assertThat(reminded("anna")).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    run(CHORE);
    assertThat(reminded("anna")).isEqualTo(2);
    clock.advance(Duration.ofDays(7));
    run(CHORE);
    clock.advance(Duration.ofDays(6));
    run(CHORE);
    assertThat(reminded("anna")).isEqualTo(4);
    clock.advance(Duration.ofDays(1));
    run(CHORE);
    assertThat(reminded("anna")).isEqualTo(4);
  }

  @Test
  void twoNodesRemindOnce() throws Exception {
    member("anna");
    policy("Staff", required(5));

    Together.run(
        2,
        () -> {
          run(CHORE);
          return true;
        });

    assertThat(reminded("anna")).isEqualTo(1);
  }

  @Test
  void whoIsEnrolledExemptOrNotMeantIsLeftAlone() {
    holds(member("enrolled"), "totp");
    member("exempt");
    userWithMail("other", mail("other"), "sales");
    user("mailless", "staff");
    member("annas");
    policy("Staff", required(5));
    post(
        tenant,
        "/v1/users/exempt/exemptions",
        "{\"reason\": \"no phone\", \"staff\": \"A\", \"until\": \""
            + now().plus(Duration.ofDays(300))
            + "\"}");

    run(CHORE);

    assertThat(reminded("enrolled")).isZero();
    assertThat(reminded("exempt")).isZero();
    assertThat(reminded("other")).isZero();
    assertThat(reminded("mailless")).isZero();
    assertThat(reminded("annas")).isEqualTo(1);
  }

  @Test
  void aMovedDateIsRemindedOfAnew() {
    member("anna");
    policy("Staff", required(5));
    run(CHORE);

    users.moveDeadline(
        tenant.tenant().id(),
        found("anna").ref(),
        java.util.Optional.of(today(13)),
        "staff:Bob",
        "on leave");
    run(CHORE);

    assertThat(reminded("anna")).isEqualTo(2);
  }

  @Test
  @DisplayName("Between two steps only those who changed are looked at, not everybody each hour")
  void nobodyIsLookedAtWithoutNeed() {
    member("anna");
    member("bert");
    policy("Staff", required(20));
    run(CHORE);
    clock.advance(Duration.ofHours(2));
    run(CHORE);
    // Who is looked at again would be reminded again.
    jdbc.sql("DELETE FROM enrollment_reminder WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .update();

    clock.advance(Duration.ofHours(1));
    run(CHORE);
    assertThat(reminded("anna")).isEqualTo(1);

    put(tenant, "/v1/users/bert", "{\"locale\":\"de\"}");
    run(CHORE);
    assertThat(reminded("anna")).isEqualTo(1);
    assertThat(reminded("bert")).isEqualTo(2);
  }

  @Test
  @DisplayName("Whoever loses a factor near the date is reminded within a day")
  void whoLosesAFactorIsReminded() {
    var anna = member("anna");
    holds(anna, "totp");
    policy("Staff", required(20));
    run(CHORE);
    jdbc.sql("DELETE FROM factor WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .update();

    clock.advance(Duration.ofDays(1));
    run(CHORE);

    assertThat(reminded("anna")).isEqualTo(1);
  }

  @Test
  void aChangedPolicyIsLookedAtAtOnce() {
    member("anna");
    policy("Staff", required(200));
    run(CHORE);
    assertThat(reminded("anna")).isZero();

    policy("Earlier", required(5));
    clock.advance(Duration.ofHours(1));
    run(CHORE);

    assertThat(reminded("anna")).isEqualTo(1);
  }

  @Test
  @DisplayName("P6: the message names the day")
  void theMessageNamesTheDay() {
    member("anna");
    policy("Staff", "\"group\": \"staff\", \"required_from\": \"" + today(3) + "\"");

    run(CHORE);

    String day =
        java.time.format.DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle.LONG)
            .withLocale(java.util.Locale.ENGLISH)
            .format(today(3));
    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    get(tenant, "/v1/sandbox/messages?to=anna%40example.org")
                        .json()
                        .at("/data/0/text")
                        .asString())
                .contains(day));
  }

  private String required(int days) {
    return "\"group\": \"staff\", \"required_from\": \"" + today(days) + "\"";
  }

  private io.tweestap.user.User member(String ref) {
    return userWithMail(ref, mail(ref), "staff");
  }

  private static NewAddress mail(String ref) {
    return NewAddress.of(new EmailAddress(ref + "@example.org"));
  }

  /// Mails to this user that are in the outbox or left it.
  private long reminded(String ref) {
    return jdbc.sql("SELECT count(*) FROM message WHERE tenant_id = :tenant AND about = :user")
        .param("tenant", tenant.tenant().id().value())
        .param("user", found(ref).id().value())
        .query(Long.class)
        .single();
  }
}
