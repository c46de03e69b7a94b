package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.TenantId;
import io.tweestap.user.StateOutcome;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Users under many hands at once")
class UserRaceTest extends UserTest {
  private static final int THREADS = 64;
  private static final UserRef REF = new UserRef("anna");

  @Autowired private Users users;

  @RepeatedTest(3)
  void twoThatMakeTheSameUserMakeOne() throws Exception {
    String body = "{\"groups\":[\"staff\"]," + addresses("email", "anna@example.org") + "}";

    List<Answer> answers = Together.run(THREADS, () -> put(tenant, ANNA, body));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(THREADS - 1);
    assertThat(answers)
        .extracting(answer -> answer.json().at("/id"))
        .containsOnly(answers.getFirst().json().at("/id"));
    assertThat(get(tenant, ANNA).json().at("/addresses").size()).isEqualTo(1);
    assertThat(actions()).containsExactlyInAnyOrder("user.created");
  }

  @RepeatedTest(3)
  void noMoreSkipsAreUsedThanThereAre() throws Exception {
    TenantId id = tenant.tenant().id();
    users.upsert(id, UserWish.of(REF), "client:test");
    User user = users.find(id, REF).orElseThrow();

    List<Boolean> used = Together.run(THREADS, () -> users.useSkip(id, user.id(), 3));

    assertThat(used).filteredOn(Boolean::booleanValue).hasSize(3);
    assertThat(users.find(id, REF).map(User::skipsUsed)).contains(3);
  }

  @RepeatedTest(3)
  void aUserIsClosedOnceAndSkipsEndWithIt() throws Exception {
    TenantId id = tenant.tenant().id();
    users.upsert(id, UserWish.of(REF), "client:test");
    User user = users.find(id, REF).orElseThrow();

    Together.run(THREADS, () -> users.close(id, REF, "client:test", ""));

    assertThat(actions()).containsExactlyInAnyOrder("user.created", "user.closed");
    assertThat(users.useSkip(id, user.id(), 3)).isFalse();
    assertThat(users.moveDeadline(id, REF, Optional.empty(), "staff:jan", "late"))
        .isInstanceOf(StateOutcome.Closed.class);
  }
}
