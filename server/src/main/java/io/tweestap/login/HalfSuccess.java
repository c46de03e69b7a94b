package io.tweestap.login;

import io.tweestap.policy.Purpose;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.user.Users;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells a user that somebody knew the password and failed at the second step (CS-2, ASVS-6.3.5):
/// it may be a thief. At most once an hour.
@Component
class HalfSuccess {
  private static final Duration QUIET = Duration.ofHours(1);

  /// Of many at once, one tells.
  private static final String CLAIM =
      """
      INSERT INTO half_success AS told (tenant_id, user_id, told_at)
      VALUES (:tenant, :user, :now)
      ON CONFLICT (tenant_id, user_id) DO UPDATE
      SET told_at = excluded.told_at
      WHERE told.told_at <= :before
      """;

  private static final String ERASE =
      """
      DELETE FROM half_success
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;
  private final Users users;
  private final UserNotices notices;
  private final Clock clock;

  HalfSuccess(JdbcClient jdbc, Users users, UserNotices notices, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.notices = notices;
    this.clock = clock;
  }

  /// Judges a login that is over without having passed.
  void judge(TenantId tenant, Login login) {
    boolean passwordWasRight = login.purpose() != Purpose.PASSWORD_RESET;
    if (passwordWasRight && login.answersWrong() > 0 && claim(tenant, login.user())) {
      users.find(tenant, login.user()).ifPresent(user -> tell(tenant, user, login.visitor()));
    }
  }

  private boolean claim(TenantId tenant, UserId user) {
    Instant now = clock.instant();
    return jdbc.sql(CLAIM)
            .param("tenant", tenant.value())
            .param("user", user.value())
            .param("now", SqlTime.of(now))
            .param("before", SqlTime.of(now.minus(QUIET)))
            .update()
        == 1;
  }

  private void tell(TenantId tenant, User user, Visitor visitor) {
    notices.tell(tenant, user, Notice.of(NoticeKind.HALF_SUCCESS, words(visitor)));
  }

  /// Where from and with what, as far as the application said.
  static Map<String, String> words(Visitor visitor) {
    return Map.of(
        "place", visitor.ip().or(visitor::place).orElse("-"),
        "browser", visitor.userAgent().orElse("-"));
  }

  /// Deletes what is known of a user (PRV-4).
  void erase(TenantId tenant, UserId user) {
    jdbc.sql(ERASE).param("tenant", tenant.value()).param("user", user.value()).update();
  }
}
