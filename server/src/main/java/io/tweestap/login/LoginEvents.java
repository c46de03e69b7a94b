package io.tweestap.login;

import io.tweestap.operations.Tally;
import io.tweestap.shared.TenantId;
import io.tweestap.user.Users;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the tenant's endpoints what became of a login, as part of the transaction that made it so.
/// Costs nothing where nobody listens.
@Component
class LoginEvents {
  /// What an event says.
  record Data(
      UUID id,
      String user,
      String state,
      String purpose,
      @Nullable String application,
      List<String> amr,
      @Nullable String acr,
      int answersWrong,
      Instant createdAt,
      @Nullable Instant finishedAt) {
    static Data of(Login login, String user) {
      return new Data(
          login.id(),
          user,
          login.state().text(),
          login.purpose().text(),
          login.application().orElse(null),
          login.result().map(Result::amr).orElse(List.of()),
          login.result().map(Result::acrText).orElse(null),
          login.answersWrong(),
          login.createdAt(),
          login.finishedAt().orElse(null));
    }
  }

  private final Webhooks webhooks;
  private final Users users;

  LoginEvents(Webhooks webhooks, Users users) {
    this.webhooks = webhooks;
    this.users = users;
  }

  /// Tells what a login is now; nothing while it is pending.
  void tell(TenantId tenant, Login login) {
    if (login.state() != LoginState.PENDING) {
      Tally.LOGINS.add(login.state().text());
    }
    switch (login.state()) {
      case PENDING -> {}
      case PASSED -> tell(tenant, login, EventType.LOGIN_PASSED);
      case FAILED, DETAILS_CHANGED -> tell(tenant, login, EventType.LOGIN_FAILED);
      case REFUSED -> tell(tenant, login, EventType.LOGIN_REFUSED);
      case CANCELED -> tell(tenant, login, EventType.LOGIN_CANCELED);
      case EXPIRED -> tell(tenant, login, EventType.LOGIN_EXPIRED);
    }
  }

  private void tell(TenantId tenant, Login login, EventType type) {
    if (webhooks.isListening(tenant, type)) {
      users
          .find(tenant, login.user())
          .ifPresent(user -> webhooks.record(tenant, type, Data.of(login, user.ref().value())));
    }
  }
}
