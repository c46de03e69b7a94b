package io.tweestap.factor.apppassword;

import io.tweestap.user.UserClosed;
import io.tweestap.user.UserErased;
import io.tweestap.user.UserSuspended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// App passwords die with the account that they open (APP-5), in the transaction that ends it. A
/// user who comes back after a suspension makes new ones.
@Component
class EndAppPasswords {
  private final AppPasswords passwords;

  EndAppPasswords(AppPasswords passwords) {
    this.passwords = passwords;
  }

  @EventListener
  void on(UserSuspended event) {
    passwords.revokeAll(event.tenant(), event.user(), "user_suspended");
  }

  @EventListener
  void on(UserClosed event) {
    passwords.revokeAll(event.tenant(), event.user(), "user_closed");
  }

  @EventListener
  void on(UserErased event) {
    passwords.revokeAll(event.tenant(), event.user(), "user_erased");
  }
}
